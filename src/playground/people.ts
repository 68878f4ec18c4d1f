import type { Repository, Role } from '../emulator/world/model.ts';

/** Somebody whom a visitor can be. */
export interface Identity {
  /** In addresses and cookies. */
  readonly key: 'submitter' | 'rival' | 'maintainer' | 'stranger';
  readonly login: string;
  /** Who that is, in a few words. */
  readonly title: string;
  /** What they may do. */
  readonly rights: string;
}

/** The first is who a visitor is at the beginning. */
export const people: readonly [Identity, ...Identity[]] = [
  {
    key: 'submitter',
    login: 'june-juniper',
    title: 'A company’s engineer',
    rights: 'Opens issues; edits, closes and uses commands on their own issues.',
  },
  {
    key: 'rival',
    login: 'li-lantern',
    title: 'An engineer of another company',
    rights: 'The same, for another company.',
  },
  {
    key: 'maintainer',
    login: 'max-miller',
    title: 'A maintainer',
    rights: 'Reviews, merges, closes, labels and pushes; uses commands everywhere.',
  },
  {
    key: 'stranger',
    login: 'passer-by',
    title: 'A stranger',
    rights: 'Only reads and comments.',
  },
];

/** Who goes by a key; nothing where nobody does. */
export function findPerson(key: string | undefined): Identity | undefined {
  return people.find((person) => person.key === key);
}

/** The login of the one who maintains the repository. */
export const maintainer = 'max-miller';

/** What somebody may do in a repository. */
export function roleIn(repository: Repository, login: string): Role {
  if (repository.owner.login === login) return 'admin';
  const role = repository.roles.get(login.toLowerCase());
  return role ?? (repository.isPrivate ? 'none' : 'read');
}

/** Whether somebody may push, merge and label. */
export function mayWrite(repository: Repository, login: string): boolean {
  return ['write', 'maintain', 'admin'].includes(roleIn(repository, login));
}

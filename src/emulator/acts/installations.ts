import type { Installation, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** Installs the app on repositories of one owner, or adds them to where it is installed. */
export function install(world: World, repositories: readonly Repository[]): Installation {
  const [first] = repositories;
  if (!first) throw new Error('The app is installed on at least one repository');
  const { owner } = first;
  const known = [...world.installations.values()].find(({ account }) => account === owner);
  if (known) {
    for (const repository of repositories) known.repositories.add(repository);
    const event = 'installation_repositories' as const;
    world.emit({ event, action: 'added', installation: known, repositories, sender: owner });
    return known;
  }
  const installation: Installation = {
    id: world.nextId(),
    account: owner,
    repositories: new Set(repositories),
    createdAt: world.clock.now(),
    suspendedAt: null,
    unaccepted: [],
  };
  world.installations.set(installation.id, installation);
  world.emit({ event: 'installation', action: 'created', installation, sender: owner });
  return installation;
}

/** Takes the app off a repository. */
export function takeOff(world: World, installation: Installation, repository: Repository): void {
  installation.repositories.delete(repository);
  const { account: sender } = installation;
  const event = 'installation_repositories' as const;
  world.emit({ event, action: 'removed', installation, repositories: [repository], sender });
}

/** Takes the app off everything. */
export function uninstall(world: World, installation: Installation): void {
  world.installations.delete(installation.id);
  const { account: sender } = installation;
  world.emit({ event: 'installation', action: 'deleted', installation, sender });
}

export function setSuspended(world: World, installation: Installation, isSuspended: boolean): void {
  installation.suspendedAt = isSuspended ? world.clock.now() : null;
  const action = isSuspended ? 'suspend' : 'unsuspend';
  world.emit({ event: 'installation', action, installation, sender: installation.account });
}

/** Leaves some of the app's permissions to write to be accepted; those that were left before and are not named are accepted. */
export function setUnaccepted(
  world: World,
  installation: Installation,
  permissions: readonly string[],
): void {
  const isAccepted = installation.unaccepted.some((name) => !permissions.includes(name));
  installation.unaccepted = permissions;
  world.touch();
  if (!isAccepted) return;
  const { account: sender } = installation;
  const action = 'new_permissions_accepted';
  world.emit({ event: 'installation', action, installation, sender });
}

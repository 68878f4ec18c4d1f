import { type Account, type Issue, type Repository, type Role, roles } from './model.ts';

/** What somebody may do. The app is asked for its granted permissions instead. */
export function roleOf(account: Account, repository: Repository): Role {
  if (account === repository.owner) return 'admin';
  const login = account.login.toLowerCase();
  const ofTeams = [...repository.teams.values()]
    .filter(({ members }) => members.includes(login))
    .map(({ role }) => role);
  const everybodys = repository.isPrivate ? 'none' : 'read';
  const given = [repository.roles.get(login) ?? everybodys, ...ofTeams];
  return roles.findLast((role) => given.includes(role)) ?? everybodys;
}

/** How somebody is related to a repository, as GitHub marks each issue and comment. */
export function associationOf(account: Account, repository: Repository): string {
  if (account === repository.owner) return 'OWNER';
  if (repository.roles.has(account.login.toLowerCase())) {
    return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
  }
  const hasMerged = (issue: Issue) => issue.author === account && Boolean(issue.pull?.merged);
  return [...repository.issues.values()].some(hasMerged) ? 'CONTRIBUTOR' : 'NONE';
}

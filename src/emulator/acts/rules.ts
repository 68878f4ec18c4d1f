import { Refusal } from '../refusal.ts';
import type { Account, Issue, Repository, Role } from '../world/model.ts';
import { roles } from '../world/model.ts';
import { roleOf } from '../world/roles.ts';
import type { World } from '../world/world.ts';

/** The longest title and body, in characters, as GitHub's own messages state them. */
const longest = { title: 256, body: 65_536 };

/**
 * Asks whether a person may do something. The app is not asked here: what it may do was granted when it was installed,
 * and is looked up where its requests come in.
 */
export function requireRole(
  world: World,
  account: Account,
  repository: Repository,
  least: Role,
): void {
  requireNotArchived(repository);
  if (world.apps.has(account)) return;
  const role = roleOf(account, repository);
  if (roles.indexOf(role) >= roles.indexOf(least)) return;
  throw new Refusal('FORBIDDEN', `${account.login} does not have the correct permissions`);
}

/** Whether somebody has a role in a repository, or a higher one. */
export function hasRole(world: World, login: string, repository: Repository, least: Role): boolean {
  const account = world.accounts.get(login.toLowerCase());
  if (!account) return false;
  return roles.indexOf(roleOf(account, repository)) >= roles.indexOf(least);
}

/** What an issue's author may do as well as somebody of a role. */
export function requireAuthorOrRole(
  world: World,
  account: Account,
  issue: Issue,
  least: Role,
): void {
  requireRole(world, account, issue.repository, account === issue.author ? 'read' : least);
}

/** An archived repository is read only, for everybody. */
export function requireNotArchived(repository: Repository): void {
  if (!repository.isArchived) return;
  throw new Refusal('FORBIDDEN', 'Repository was archived so is read-only.');
}

/** @throws Refusal for a title that is blank or too long */
export function requireTitle(title: string): void {
  if (title.trim() === '') throw new Refusal('UNPROCESSABLE', "Title can't be blank");
  requireLength('Title', title, longest.title);
}

/** @throws Refusal for a body that is too long */
export function requireBody(body: string): void {
  requireLength('Body', body, longest.body);
}

function requireLength(what: string, text: string, most: number): void {
  if (text.length <= most) return;
  throw new Refusal('UNPROCESSABLE', `${what} is too long (maximum is ${most} characters)`);
}

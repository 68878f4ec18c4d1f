import type { Signature } from '../git/git-objects.ts';
import type { Account } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** An account as the author of a commit, by the address that GitHub has for everybody. */
export function signatureOf(world: World, account: Account): Signature {
  const email = `${account.id}+${account.login}@users.noreply.${world.host}`;
  return { name: account.login, email, date: world.clock.now() };
}

/** Who commits what is made on GitHub itself. */
export function webFlow(world: World): Signature {
  return { name: 'GitHub', email: `noreply@${world.host}`, date: world.clock.now() };
}

/** Whether a commit was made, and signed, by GitHub itself. */
export function isVerified({ signsCommits, host }: World, committer: Signature): boolean {
  return signsCommits && committer.email === `noreply@${host}`;
}

import type { Signature } from '../git/git-objects.ts';
import type { Account } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** An account as the author of a commit, by the address that GitHub has for everybody. */
export function signatureOf(world: World, account: Account): Signature {
  const email = `${account.id}+${account.login}@users.noreply.github.com`;
  return { name: account.login, email, date: world.clock.now() };
}

/** Who commits what is made on GitHub itself. Such commits are signed by GitHub, and so verified. */
export function webFlow(world: World): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', date: world.clock.now() };
}

/** Whether a commit was made, and signed, by GitHub itself. */
export function isVerified(committer: Signature): boolean {
  return committer.email === 'noreply@github.com';
}

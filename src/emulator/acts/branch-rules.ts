import { allCommits } from '../git/git-repository.ts';
import { noOid, type RefMove } from '../git/ref-mover.ts';
import { Refusal } from '../refusal.ts';
import type { Account, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { isVerified } from './signatures.ts';

const branchPrefix = 'refs/heads/';

/**
 * Asks whether the repository's rules allow to make, move or delete branches.
 *
 * @throws Refusal in GitHub's words for what they forbid, of the first branch for which they do
 */
export async function requireAllowedMoves(
  world: World,
  actor: Account,
  repository: Repository,
  moves: readonly RefMove[],
): Promise<void> {
  const { rules } = repository;
  if (rules.restricts.length === 0 || isExempt(actor, repository)) return;
  for (const move of moves) {
    if (!move.ref.startsWith(branchPrefix + rules.prefix) || move.before === move.after) continue;
    const violated = await violations(world, repository, move);
    if (violated.length > 0) throw refusalOf(repository, violated);
  }
}

/** @throws Refusal where the repository lets this account open no pull request */
export function requireMayOpenPull(actor: Account, repository: Repository): void {
  const { pulls } = repository.rules;
  if (pulls === 'all' || (pulls === 'collaborators' && isExempt(actor, repository))) return;
  // The first is what GitHub says; how it words the other is not known.
  const message =
    pulls === 'collaborators'
      ? 'must be a collaborator'
      : 'Pull requests are disabled for this repository.';
  throw new Refusal('UNPROCESSABLE', message);
}

function isExempt(actor: Account, { owner, rules }: Repository): boolean {
  return actor === owner || rules.bypass.includes(actor.login);
}

async function violations(
  world: World,
  { git, rules, defaultBranch }: Repository,
  { before, after }: RefMove,
): Promise<string[]> {
  const isRestricted = new Set(rules.restricts);
  if (after === noOid) return isRestricted.has('deletion') ? ['Cannot delete this branch'] : [];
  const said: string[] = [];
  if (before === noOid && isRestricted.has('creation')) {
    said.push('Cannot create ref due to creations being restricted.');
  }
  const isForced = before !== noOid && !(await git.contains(after, before));
  if (isForced && isRestricted.has('force-push')) {
    said.push('Cannot force-push to this branch');
  }
  const known = isForced || before === noOid ? await git.branch(defaultBranch) : before;
  for (const oid of await git.commitsBetween(known ?? noOid, after, allCommits)) {
    const { message, committer } = await git.commit(oid);
    const fits = new RegExp(rules.messagePattern).test(message);
    if (isRestricted.has('commit-message') && !fits) {
      said.push(`Commit message must match a given regex pattern: ${rules.messagePattern}`);
    }
    if (isRestricted.has('unsigned-commits') && !isVerified(world, committer)) {
      said.push('Commits must have verified signatures.');
    }
  }
  return [...new Set(said)];
}

function refusalOf({ rules }: Repository, violated: readonly string[]): Refusal {
  if (rules.source === 'protection') {
    return new Refusal('BRANCH_PROTECTION_RULE_VIOLATION', violated.join('\n'));
  }
  const message = `Repository rule violations found\n\n${violated.join('\n\n')}\n\n`;
  return new Refusal('UNPROCESSABLE', message);
}

import type { CommandComment } from '../observe/commands/command-comment.ts';
import type { CommandResult } from './history-state.ts';

/** The login of whom the last accepted command to withdraw is from. */
export function withdrawnBy(
  commands: readonly CommandComment[],
  results: readonly CommandResult[],
): string | undefined {
  const accepted = new Set(
    results.filter(({ problems }) => problems.length === 0).map(({ given }) => given),
  );
  const last = commands.findLast(
    (given) =>
      given.read.ok &&
      given.read.value.name === 'withdraw' &&
      (given.state === 'accepted' || accepted.has(given)),
  );
  return last?.author.login;
}

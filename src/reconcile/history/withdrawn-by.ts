import type { CommandComment } from '../observe/commands/command-comment.ts';
import type { CommandResult } from './history-state.ts';

/** The login of whom the last accepted command to withdraw is from. */
export function withdrawnBy(
  commands: readonly CommandComment[],
  results: readonly CommandResult[],
): string | undefined {
  const accepted = new Set(
    results
      .filter((result) => result.accepted.some(({ name }) => name === 'withdraw'))
      .map(({ given }) => given),
  );
  const last = commands.findLast(
    (given) =>
      accepted.has(given) ||
      (given.state === 'accepted' &&
        given.reads.some((read) => read.ok && read.value.name === 'withdraw')),
  );
  return last?.author.login;
}

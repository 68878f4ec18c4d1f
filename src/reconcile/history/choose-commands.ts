import type { CommandComment } from '../observe/commands/command-comment.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';
import { isWriter } from '../observe/writers/writers.ts';

/** Each may mean a logo to fetch, and reactions to give. */
const mostAtOnce = 10;

/**
 * Chooses the commands that a job answers, of those that have no answer: writers' first, then each person's oldest before
 * anybody's second.
 *
 * @returns as many as one job can do, in the order in which they were written
 */
export function chooseCommands(
  pending: readonly CommandComment[],
  observed: Pick<ObservedIssue, 'writers'>,
): readonly CommandComment[] {
  const counts = new Map<string, number>();
  const ranked = bySequence(pending).map((given) => {
    const { login } = given.author;
    const turn = counts.get(login) ?? 0;
    counts.set(login, turn + 1);
    return { given, turn: isWriter(observed, login) ? -1 : turn };
  });
  const chosen = ranked.toSorted((one, other) => one.turn - other.turn).slice(0, mostAtOnce);
  return bySequence(chosen.map(({ given }) => given));
}

/** In the order in which they were written. */
export function bySequence(commands: readonly CommandComment[]): CommandComment[] {
  return commands.toSorted((one, other) =>
    one.comment.sequence < other.comment.sequence ? -1 : 1,
  );
}

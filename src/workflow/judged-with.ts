import type { Verdict } from './course.ts';
import type { GivenCommand } from './given-command.ts';
import { fingerprintOf, type Judged } from './judged.ts';

/** Nobody gives more; of those that were refused, the newest are kept. */
const mostRefused = 100;

/** The commands that have an answer once these verdicts are told. */
export function judgedWith(
  commands: readonly GivenCommand[],
  verdicts: readonly Verdict[],
): Judged {
  const told = new Map(verdicts.map(({ given, problems }) => [given, problems.length === 0]));
  const isAccepted = (given: GivenCommand) => told.get(given) ?? given.state === 'accepted';
  const answered = commands.filter((given) => told.has(given) || given.state !== 'pending');
  const refused = answered.filter((given) => !isAccepted(given)).slice(-mostRefused);
  const kept = [...answered.filter(isAccepted), ...refused];
  return Object.fromEntries(
    kept.map(({ comment }) => [String(comment.sequence), fingerprintOf(comment.body)]),
  );
}

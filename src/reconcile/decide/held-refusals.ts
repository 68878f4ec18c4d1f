import type { Act, Refusal } from '../../words/comment-content.ts';
import { isRetryDue } from '../observe/notes/retry-time.ts';
import type { Reviewed } from '../observe/notes/reviewed.ts';
import type { CommandRefused } from './decision.ts';
import { digestOf } from './digest.ts';
import type { Situation } from './situation.ts';

/**
 * What GitHub refuses and is not asked for now: what it refused in this job, and what it refused before, unless something
 * changed, a command was given, or a day has gone by since.
 *
 * @param now milliseconds since 1970
 */
export function heldRefusals(situation: Situation, now: number): readonly Refusal[] {
  const { refused, refusedBefore: before, history, issue } = situation;
  if (!before || acceptedCommands(situation).length > 0 || history.isForced) return refused;
  if (before.after !== circumstancesOf(situation, before.refusals)) return refused;
  if (isRetryDue(issue.number, before.at * 1000, now)) return refused;
  const known = new Set(refused.map(({ act }) => act));
  return [...before.refusals.filter(({ act }) => !known.has(act)), ...refused];
}

/** Whether something that is done on GitHub is among what it refuses. */
export function isRefused(refusals: readonly Refusal[], act: Act): boolean {
  return refusals.some((refusal) => refusal.act === act);
}

/**
 * What an attempt follows from: with other circumstances GitHub may accept it.
 *
 * @param refusals what GitHub refused of it
 * @param reviewed what is so of it when the attempt is over
 */
export function circumstancesOf(
  situation: Situation,
  refusals: readonly Refusal[],
  reviewed?: Reviewed,
): string {
  const { history, snapshot } = situation;
  if (!history.request || history.halt) return 'ended';
  // Each merge changes the page for all that are open, and none of their force pushes is allowed then.
  const isForcePush = refusals.some(({ problem }) => problem.code === 'refused-force-push');
  const seen = isForcePush
    ? { ...situation, snapshot: { ...snapshot, filesDigest: '' } }
    : situation;
  return digestOf(seen, reviewed);
}

/** A command that has no answer yet, and whose effect GitHub refused in this job. */
export function refusedCommand(situation: Situation): CommandRefused | undefined {
  const stopping = situation.refused.filter(
    ({ act }) => act === 'publish' || act === 'close-pull-request',
  );
  const [result] = acceptedCommands(situation);
  const command = result?.accepted.findLast(({ name }) => name !== 'help')?.name;
  if (stopping.length === 0 || !result || command === undefined) return undefined;
  const field = `/poweredby ${command}`;
  const problems = stopping.map(({ problem }) => ({ ...problem, field }));
  return { kind: 'command-refused', commentId: result.given.comment.id, command, problems };
}

function acceptedCommands({ history }: Situation) {
  return history.results.filter(({ accepted }) => accepted.some(({ name }) => name !== 'help'));
}

import type { Change } from '../../../github/changes/change.ts';
import type { ChangeResult } from '../../../github/changes/change-result.ts';
import { lastingRefusal, persistentRefusal } from '../../../github/changes/lasting-refusal.ts';
import { problem } from '../../../problem/problem.ts';
import { shorten } from '../../../text/shorten.ts';
import { toSingleLine } from '../../../text/single-line.ts';
import type { Refusal } from '../../../words/comment-content.ts';
import { actOf } from './act-of.ts';

/** Of GitHub's words that are told, in UTF-16 code units. */
const mostWords = 300;

/**
 * What GitHub refuses for good, by what became of a change.
 *
 * @param isLast whether the change was tried often enough, so that a reason that is not known counts as one that lasts
 */
export function refusalOf(
  { change, error }: Extract<ChangeResult, { kind: 'failed' }>,
  isLast: boolean,
): Refusal | undefined {
  const kind = isLast ? persistentRefusal(change, error) : lastingRefusal(change, error);
  if (!kind) return undefined;
  // The sentence around them has a full stop.
  const line = toSingleLine(error.message)
    .replace(/ {2,}/g, ' ')
    .replace(/[.\s]+$/, '');
  const words = shorten(line, mostWords);
  const act = kind === 'branch-deletion' ? 'delete-branch' : actOf(change);
  return { act, problem: problem(`refused-${kind}`, act, { branch: branchOf(change), words }) };
}

function branchOf(change: Change): string {
  if ('branch' in change) return change.branch;
  if (change.kind !== 'move-branches') return '';
  return (change.moves.find(({ after }) => after !== undefined) ?? change.moves[0])?.branch ?? '';
}

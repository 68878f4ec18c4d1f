import type { Verdict } from './course.ts';
import type { GivenCommand } from './given-command.ts';
import { fingerprintOf, type Judged, type JudgedCommand } from './judged.ts';

/** Of the commands that changed something, and of the others: with all of them a note takes less than 20,000 characters. */
const most = { effective: 200, others: 100 };

/**
 * The commands that have an answer once these verdicts are told: as many as a note has room for. Our reactions tell of
 * older ones.
 *
 * @param seenAt of the newest thing that was known when they were judged
 */
export function judgedWith(
  commands: readonly GivenCommand[],
  verdicts: readonly Verdict[],
  seenAt: Date,
): Judged {
  const told = new Map(verdicts.map(({ given, problems }) => [given, problems.length === 0]));
  const effective: [string, JudgedCommand][] = [];
  const others: [string, JudgedCommand][] = [];
  for (const given of commands) {
    const verdict = told.get(given);
    if (verdict === undefined && given.state === 'pending') continue;
    const isAccepted = verdict ?? given.state === 'accepted';
    const at = verdict === undefined ? given.at : seenAt;
    const entry = (verdict === undefined && given.judged) || entryOf(given, isAccepted, at);
    const isHelp = given.read.ok && given.read.value.name === 'help';
    const kept = isAccepted && !isHelp ? effective : others;
    kept.push([String(given.comment.sequence), entry]);
  }
  return Object.fromEntries([...newest(effective, most.effective), ...newest(others, most.others)]);
}

function entryOf({ comment }: GivenCommand, isAccepted: boolean, at: Date): JudgedCommand {
  const fingerprint = fingerprintOf(comment.body);
  return isAccepted ? [fingerprint, Math.floor(at.getTime() / 1000)] : [fingerprint];
}

/** By the sequences of their comments, which grow. */
function newest<Entry extends readonly [string, unknown]>(
  entries: readonly Entry[],
  count: number,
): readonly Entry[] {
  const ordered = entries.toSorted(([one], [other]) => (BigInt(one) < BigInt(other) ? -1 : 1));
  return ordered.slice(-count);
}

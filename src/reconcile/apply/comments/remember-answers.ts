import type { CommandResult } from '../../history/history-state.ts';
import {
  type AnsweredCommand,
  type AnsweredCommands,
  textFingerprint,
} from '../../observe/commands/answered-commands.ts';
import { type CommandComment, isHelp } from '../../observe/commands/command-comment.ts';

/** Of the commands that changed something, and of the others: with all of them a note takes less than 20,000 characters. */
const most = { effective: 200, others: 100 };

/**
 * The commands that have an answer once these results are told: as many as a note has room for. Our reactions tell of
 * older ones.
 *
 * @param seenAt of the newest thing that was known when they were answered
 */
export function rememberAnswers(
  commands: readonly CommandComment[],
  results: readonly CommandResult[],
  seenAt: Date,
): AnsweredCommands {
  // Of several commands, those that were accepted have their effect.
  const told = new Map(results.map(({ given, accepted }) => [given, accepted.length > 0]));
  const effective: [string, AnsweredCommand][] = [];
  const others: [string, AnsweredCommand][] = [];
  for (const given of commands) {
    const result = told.get(given);
    if (result === undefined && given.state === 'pending') continue;
    const isAccepted = result ?? given.state === 'accepted';
    const at = result === undefined ? given.at : seenAt;
    const entry = (result === undefined && given.answered) || entryOf(given, isAccepted, at);
    const kept = isAccepted && !isHelp(given) ? effective : others;
    kept.push([String(given.comment.sequence), entry]);
  }
  return Object.fromEntries([...newest(effective, most.effective), ...newest(others, most.others)]);
}

function entryOf({ comment }: CommandComment, isAccepted: boolean, at: Date): AnsweredCommand {
  const fingerprint = textFingerprint(comment.body);
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

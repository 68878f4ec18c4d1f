import type { Change } from '../../../github/changes/change.ts';
import type { Reaction } from '../../../github/changes/reaction.ts';
import type { CommandResult } from '../../history/history-state.ts';
import type { CommandComment } from '../../observe/commands/command-comment.ts';

const answers = ['THUMBS_UP', 'CONFUSED'] as const;

/**
 * The answers to commands by reaction. One that was edited after its answer gets a new one in its place; one whose reaction
 * failed while our note was written gets it now.
 *
 * @param commands those that may have an answer already
 */
export function reactToCommands(
  results: readonly CommandResult[],
  commands: readonly CommandComment[] = [],
): readonly Change[] {
  const told = results.flatMap(({ given, problems }) => answer(given, problems.length === 0));
  const isTold = new Set(results.map(({ given }) => given));
  const repeated = commands
    .filter((given) => !isTold.has(given) && lacksReaction(given))
    .flatMap((given) => answer(given, given.state === 'accepted'));
  return [...told, ...repeated];
}

/** Where not even our 👀 is shown, nothing is known of our reactions. */
function lacksReaction({
  answered,
  state,
  reads,
  comment: { reactions },
}: CommandComment): boolean {
  // Of several, one that was refused may be the reason for 😕.
  if (reads.length > 1) return false;
  const [right, wrong] = state === 'accepted' ? answers : answers.toReversed();
  if (!answered || !right || !wrong || !reactions.has('EYES')) return false;
  return !reactions.has(right) || reactions.has(wrong);
}

function answer(
  { comment: { id: commentId, reactions } }: CommandComment,
  isAccepted: boolean,
): readonly Change[] {
  const reaction = isAccepted ? 'THUMBS_UP' : 'CONFUSED';
  const stale = answers.filter((each) => reactions.has(each));
  return [
    ...(reactions.has('EYES') ? [] : [addReaction(commentId, 'EYES')]),
    ...stale.map((each): Change => ({ kind: 'remove-reaction', commentId, reaction: each })),
    addReaction(commentId, reaction),
  ];
}

function addReaction(commentId: string, reaction: Reaction): Change {
  return { kind: 'add-reaction', commentId, reaction };
}

import { addReaction, type Reaction, removeReaction } from '../../github/changes/mutations.ts';
import type { CommandResult } from '../history/history-state.ts';
import type { CommandComment } from '../observe/command-comment.ts';
import { type Mutations, together } from './send.ts';

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
): Mutations {
  const told = results.map(({ given, problems }) => answer(given, problems.length === 0));
  const isTold = new Set(results.map(({ given }) => given));
  const repeated = commands
    .filter((given) => !isTold.has(given) && lacksReaction(given))
    .map((given) => answer(given, given.state === 'accepted'));
  return together([...told, ...repeated].map((mutations, index) => numbered(mutations, index)));
}

/** Where not even our 👀 is shown, nothing is known of our reactions. */
function lacksReaction({ answered, state, comment: { reactions } }: CommandComment): boolean {
  const [right, wrong] = state === 'accepted' ? answers : answers.toReversed();
  if (!answered || !right || !wrong || !reactions.has('EYES')) return false;
  return !reactions.has(right) || reactions.has(wrong);
}

function answer({ comment: { id, reactions } }: CommandComment, isAccepted: boolean): Mutations {
  const reaction: Reaction = isAccepted ? 'THUMBS_UP' : 'CONFUSED';
  const stale = answers.filter((each) => reactions.has(each));
  return {
    ...(!reactions.has('EYES') && { seen: addReaction(id, 'EYES') }),
    ...Object.fromEntries(stale.map((each) => [`undone${each}`, removeReaction(id, each)])),
    answered: addReaction(id, reaction),
  };
}

function numbered(mutations: Mutations, index: number): Mutations {
  return Object.fromEntries(
    Object.entries(mutations).map(([alias, mutation]) => [`${alias}${index}`, mutation]),
  );
}

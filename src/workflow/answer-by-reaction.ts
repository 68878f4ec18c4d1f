import type { Mutation } from '../github/mutation.ts';
import { addReaction, type Reaction, removeReaction } from '../github/mutations.ts';
import type { Verdict } from './course.ts';
import type { Mutations } from './send.ts';

const answers = ['THUMBS_UP', 'CONFUSED'] as const;

/**
 * The answers to commands by reaction. A command that was edited after its answer gets a new one: what stands is taken
 * back first, so that the time of the reaction is the time of the answer.
 */
export function answerByReaction(verdicts: readonly Verdict[]): Mutations {
  return Object.fromEntries(verdicts.flatMap(answerOne));
}

function answerOne({ given, problems }: Verdict, index: number): [string, Mutation][] {
  const { id, reactions } = given.comment;
  const answer: Reaction = problems.length === 0 ? 'THUMBS_UP' : 'CONFUSED';
  const stale = answers.filter((each) => reactions.has(each));
  return [
    ...(reactions.has('EYES') ? [] : [[`seen${index}`, addReaction(id, 'EYES')] as const]),
    ...stale.map((each) => [`undone${index}${each}`, removeReaction(id, each)] as const),
    [`answered${index}`, addReaction(id, answer)] as const,
  ].map(([alias, mutation]) => [alias, mutation]);
}

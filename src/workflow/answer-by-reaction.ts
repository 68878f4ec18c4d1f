import { addReaction, type Reaction, removeReaction } from '../github/mutations.ts';
import type { Verdict } from './course.ts';
import { type Mutations, together } from './send.ts';

const answers = ['THUMBS_UP', 'CONFUSED'] as const;

/** The answers to commands by reaction. One that was edited after its answer gets a new one in its place. */
export function answerByReaction(verdicts: readonly Verdict[]): Mutations {
  return together(verdicts.map(answerOne));
}

function answerOne({ given, problems }: Verdict, index: number): Mutations {
  const { id, reactions } = given.comment;
  const answer: Reaction = problems.length === 0 ? 'THUMBS_UP' : 'CONFUSED';
  const stale = answers.filter((each) => reactions.has(each));
  return {
    ...(!reactions.has('EYES') && { [`seen${index}`]: addReaction(id, 'EYES') }),
    ...Object.fromEntries(stale.map((each) => [`undone${index}${each}`, removeReaction(id, each)])),
    [`answered${index}`]: addReaction(id, answer),
  };
}

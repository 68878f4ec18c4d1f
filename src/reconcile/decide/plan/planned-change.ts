import type { Author } from '../../../github/nodes/author.ts';
import type { Problem } from '../../../problem/problem.ts';
import type { Remark } from '../../../problem/remark.ts';
import type { Proposal } from '../../../proposal/proposal.ts';
import type { LabelledProblem } from '../../../words/comment-content.ts';
import type { AskedBefore } from '../../../words/pull-content.ts';
import type { Reviewed } from '../../observe/notes/reviewed.ts';

/** A proposal for what is requested, or what is wrong with it. */
export type PlannedChange = ReadyProposal | PlannedProblems;

export interface PlannedProblems {
  /** `logo-waiting` is nobody's fault, and passes. */
  readonly kind: 'problems' | 'logo-waiting';
  readonly problems: readonly LabelledProblem[];
}

/** A proposal, and what people should know of it. */
export interface ReadyProposal {
  readonly kind: 'ready';
  readonly proposal: Proposal;
  readonly remarks: readonly Remark[];
  /** Who asks; nothing where the account is gone. */
  readonly requester: Author | undefined;
  /** Whether the form's box of consent is checked; nothing where there is none. */
  readonly hasConsented?: boolean;
  /** Of an update, as far as it is known. */
  readonly askedBefore?: AskedBefore;
  /** Nothing of a removal, which is a writer's own. */
  readonly reviewed?: Reviewed;
  /** Whether its logo is not the one that was reviewed, though its address is the same. */
  readonly hasOtherLogo?: boolean;
}

/** Problems of no field that a form would name. */
export function unlabelled(problems: readonly Problem[]): LabelledProblem[] {
  return problems.map((problem) => ({ problem }));
}

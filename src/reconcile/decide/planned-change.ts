import type { Configuration } from '../../config/configuration.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import type { Author } from '../../github/nodes/author.ts';
import type {
  IssueFacts,
  SubmissionSnapshot,
} from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Remark } from '../../problem/remark.ts';
import type { OpenPage } from '../../proposal/open-pages.ts';
import type { Proposal } from '../../proposal/proposal.ts';
import type { LabelledProblem } from '../../words/comment-content.ts';
import type { LogoLoader } from '../prepare/logo-loader.ts';
import type { Reviewed } from '../observe/reviewed.ts';

/** What a proposal is prepared with. */
export interface Preparation {
  readonly issue: IssueFacts;
  readonly snapshot: SubmissionSnapshot;
  readonly configuration: Configuration;
  readonly pages: readonly OpenPage[];
  readonly client: GithubClient;
  readonly logos: LogoLoader;
  /** Whether somebody waits for it. */
  readonly isAsked: boolean;
  readonly reviewed: Reviewed;
  /** Whether a writer wants all of it made anew. */
  readonly isForced: boolean;
}

/** What came of preparing a proposal. */
export type PlannedChange =
  | ReadyProposal
  | { readonly kind: 'problems'; readonly problems: readonly LabelledProblem[] }
  /** Nobody's fault, and over by itself. */
  | { readonly kind: 'logo-waiting'; readonly problems: readonly LabelledProblem[] };

/** A proposal, and what people should know of it. */
export interface ReadyProposal {
  readonly kind: 'ready';
  readonly proposal: Proposal;
  readonly remarks: readonly Remark[];
  /** Who asks; nothing where the account is gone. */
  readonly requester: Author | undefined;
  /** Whether the form's box of consent is checked; nothing where there is none. */
  readonly hasConsented?: boolean;
  /** Nothing of a removal, which is a writer's own. */
  readonly reviewed?: Reviewed;
  /** Whether its logo is not the one that was reviewed, though its address is the same. */
  readonly hasOtherLogo?: boolean;
}

/** Problems of no field that a form would name. */
export function unlabelled(problems: readonly Problem[]): LabelledProblem[] {
  return problems.map((problem) => ({ problem }));
}

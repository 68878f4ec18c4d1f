import type { ChangeRequest } from '../command/change-request.ts';
import type { Configuration } from '../config/configuration.ts';
import type { IssueFacts, PullFacts, SubmissionSnapshot } from '../github/submission-snapshot.ts';
import type { Course, Verdict } from './course.ts';
import type { GivenCommand } from './given-command.ts';
import type { CommentNote } from './notes.ts';
import type { Reviewed } from './reviewed.ts';

/** All that is known of an issue before anything is done about it. */
export interface Situation {
  readonly issue: IssueFacts;
  readonly snapshot: SubmissionSnapshot;
  readonly configuration: Configuration;
  /** Whether the issue is a form: it has the label or its headings. */
  readonly isForm: boolean;
  readonly course: Course & { readonly verdicts: readonly Verdict[] };
  /** Of the issue and of our pull requests. */
  readonly commands: readonly GivenCommand[];
  /** What our comment notes of the last job. */
  readonly note: CommentNote | undefined;
  /** The company that the form names. */
  readonly companyInForm: () => string | undefined;
  readonly reviewed: Reviewed;
  /** What was asked for before the commands that have no answer yet. */
  readonly requestBefore: () => ChangeRequest | undefined;
  /** Our open pull request for the issue. */
  readonly openPull: PullFacts | undefined;
}

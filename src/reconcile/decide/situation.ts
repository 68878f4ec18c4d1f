import type { ChangeRequest } from '../../command/change-request.ts';
import type { Configuration } from '../../config/configuration.ts';
import type {
  IssueFacts,
  PullFacts,
  SubmissionSnapshot,
} from '../../github/submission/submission-snapshot.ts';
import type { CommandResult, HistoryState } from '../history/history-state.ts';
import type { CommandComment } from '../observe/command-comment.ts';
import type { CommentNote } from '../observe/notes.ts';
import type { Reviewed } from '../observe/reviewed.ts';

/** All that is known of an issue before anything is done about it. */
export interface Situation {
  readonly issue: IssueFacts;
  readonly snapshot: SubmissionSnapshot;
  readonly configuration: Configuration;
  /** Whether the issue is a form: it has the label or its headings. */
  readonly isForm: boolean;
  readonly history: HistoryState & { readonly results: readonly CommandResult[] };
  /** Of the issue and of our pull requests. */
  readonly commands: readonly CommandComment[];
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

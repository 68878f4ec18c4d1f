import type { CommentedPicture } from '../../command/change-request.ts';
import type { IssueText } from '../../command/request-state.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import type {
  IssueFacts,
  PullFacts,
  SubmissionSnapshot,
} from '../../github/submission/submission-snapshot.ts';
import type { BranchNames } from './branch-names.ts';
import type { CommandComment } from './commands/command-comment.ts';
import { formOfIssue } from './form-of-issue.ts';
import { hasLabel } from './has-label.ts';
import { isForm } from './is-form.ts';
import { isOwnBranch } from './is-own-branch.ts';
import { findPicture, readIssueText } from './issue-text.ts';
import { findReviewed } from './notes/find-reviewed.ts';
import type { CommentNote } from './notes/notes.ts';
import { readOwnNote } from './notes/own-note.ts';
import type { Reviewed } from './notes/reviewed.ts';
import { findSticky } from './notes/sticky-comment.ts';
import type { ObservedState } from './observe.ts';
import type { Writers } from './writers/writers.ts';

/** What was observed of an issue that is a submission, or in which something was requested. */
export interface ObservedIssue {
  readonly issue: IssueFacts;
  readonly snapshot: SubmissionSnapshot;
  readonly configuration: Configuration;
  /** Of the issue's branches. */
  readonly names: BranchNames;
  /** The fields of the form that the issue was filled in with. */
  readonly form: readonly FormField[];
  /** Whether the issue is a form: it has the label or the form's headings. */
  readonly isForm: boolean;
  /** What the issue's own text says, where it is no form. */
  readonly issueText: IssueText;
  /** The logo that the submitter put into a comment, where the form has none. */
  readonly picture: CommentedPicture | undefined;
  /** Of the issue and of our pull requests for it. */
  readonly commands: readonly CommandComment[];
  /** Of those whose commands are to be evaluated. */
  readonly writers: Writers;
  /** What our comment notes of the last job. */
  readonly note: CommentNote | undefined;
  readonly reviewed: Reviewed;
  /** Whether others may have said in our name what was reviewed: then no file is taken from the repository because of it. */
  readonly isReviewClaimed: boolean;
  /** Our open pull request for the issue. */
  readonly openPull: PullFacts | undefined;
  /** Whether somebody removed the label that the issue had. */
  readonly isLabelTakenOff: boolean;
  /** When somebody else made the newest commit on our branch; nothing where that is ours. */
  readonly pushedAt: Date | undefined;
}

/** Interprets what was read of an issue. @returns undefined where there is nothing for us to do */
export function observeIssue(
  issue: IssueFacts,
  { snapshot, configuration, names, commands, writers, account }: ObservedState,
): ObservedIssue | undefined {
  const sticky = findSticky(issue.thread);
  const note = readOwnNote(issue.thread, snapshot.pulls, account);
  const form = formOfIssue(issue, note, snapshot, configuration);
  const isSubmissionForm = isForm(issue, note, form, configuration);
  const isTouched = commands.length > 0 || sticky !== undefined || snapshot.pulls.length > 0;
  if (!isSubmissionForm && !isTouched) return undefined;
  // Apps may not start to comment in a locked conversation: it waits until that is unlocked.
  if (issue.isLocked && !sticky) return undefined;
  const isLabelled = hasLabel(issue.labels, configuration);
  return {
    issue,
    snapshot,
    configuration,
    names,
    form,
    issueText: readIssueText(issue, form, configuration),
    picture: findPicture(issue, commands),
    isForm: isSubmissionForm,
    commands,
    writers,
    note,
    reviewed: findReviewed(note, snapshot.pulls),
    isReviewClaimed: !account.isProven && note?.reviewed !== undefined,
    openPull: snapshot.pulls.find(({ state }) => state === 'OPEN'),
    // Where the label is not even in the repository anymore, nobody removed it from this issue.
    isLabelTakenOff:
      !isLabelled &&
      snapshot.labelId !== undefined &&
      hadLabel(issue, account.isProven ? note : undefined, configuration),
    pushedAt: isOwnBranch(snapshot, note) ? undefined : snapshot.branch?.committedAt,
  };
}

/** Whether an issue had the label once: by our note, or where there is none to rely on, by the issue's events. */
function hadLabel(
  { labelsTakenOff }: IssueFacts,
  note: CommentNote | undefined,
  configuration: Configuration,
): boolean {
  return note ? note.label === configuration.label : hasLabel(labelsTakenOff, configuration);
}

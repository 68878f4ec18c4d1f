import type { PullText } from '../../github/changes/change.ts';
import type { Refusal } from '../../words/comment-content.ts';
import type { HistoryState } from '../history/history-state.ts';
import type { RefusedBefore } from '../observe/notes/notes.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';

/** What is known of an issue when it is decided what should become of it. */
export interface Situation extends ObservedIssue {
  readonly history: HistoryState;
  /** What GitHub has refused for good in this job. */
  readonly refused: readonly Refusal[];
  /** What it refused when that was tried last. */
  readonly refusedBefore: RefusedBefore | undefined;
  /** What our pull request said of what is on its branch, where it says of what was refused by now. */
  readonly pullTextBefore?: PullText | undefined;
}

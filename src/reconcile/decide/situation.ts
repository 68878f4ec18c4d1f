import type { HistoryState } from '../history/history-state.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';

/** What is known of an issue when it is decided what should become of it. */
export interface Situation extends ObservedIssue {
  readonly history: HistoryState;
}

import type { Language } from '../config/reply-languages.ts';
import type { CheckRunContent } from '../github/pull-check/check-runs.ts';
import type { Status } from '../words/comment-content.ts';

/** What became of one issue. */
export interface IssueOutcome {
  readonly issue: number;
  readonly status: Status;
  /** Whether anything was written for it; in a dry run, whether anything would be. */
  readonly isChanged: boolean;
}

/** What could not be done, and is tried again by the next run. */
export interface RunFailure {
  /** The issue; nothing where it is about all of them. */
  readonly issue: number | undefined;
  readonly reason: RunFailureReason;
  /** What was said of it, in one line; where there is no configuration, the path that it should have. */
  readonly words: string;
}

/**
 * `denied`: GitHub does not accept the token, or it lacks a permission. `limited`: GitHub wants no more requests for a time.
 * `unavailable`: GitHub does not respond, or responds with an error of its own. `unconfigured`: the repository has no configuration.
 * `unrelated`: a pull request has no commit in common with its base.
 */
export type RunFailureReason =
  | 'denied'
  | 'limited'
  | 'unavailable'
  | 'unconfigured'
  | 'unrelated'
  | 'failed';

/** What came of a run. */
export interface RunReport {
  /** Of the repository's configuration. */
  readonly language: Language;
  readonly isDryRun: boolean;
  readonly outcomes: readonly IssueOutcome[];
  /** What is said of a pull request that was checked, if it touches what is checked. */
  readonly check?: CheckRunContent | undefined;
  readonly failures: readonly RunFailure[];
  /** How many jobs there was no time for. */
  readonly left: number;
}

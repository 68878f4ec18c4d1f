import type { RequestState } from '../command/request-state.ts';
import type { Configuration } from '../config/configuration.ts';
import type { IssueFacts, PullFacts } from '../github/submission-snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import type { GivenCommand } from './given-command.ts';
import type { PullNote } from './notes.ts';

/** What an issue has come to, with the pull request that brought its last request onto the pages. */
export interface Course extends RequestState {
  readonly merged: MergedPull | undefined;
}

/** Whether an issue is a submission now: removals and questions are none, and their issues are left as they are. */
export function isSubmission({ request, halt }: Pick<Course, 'request' | 'halt'>): boolean {
  return request?.kind === 'entry' && !halt;
}

export interface MergedPull {
  readonly pull: PullFacts;
  /** Nothing where its text was changed so that it no longer says what it was. */
  readonly note: PullNote | undefined;
}

/** A command that had no answer yet, and what is wrong with it: nothing, if it is accepted. */
export interface Verdict {
  readonly given: GivenCommand;
  readonly problems: readonly Problem[];
}

/** What is known of an issue. */
export interface CourseFacts {
  readonly issue: IssueFacts;
  /** Whether the issue is a form: it has the label or its headings. */
  readonly isForm: boolean;
  readonly pulls: readonly PullFacts[];
  /** Of the issue and of our pull requests. */
  readonly commands: readonly GivenCommand[];
  readonly isLabelTakenOff: boolean;
  /** Whether our branch for it is there, be there a pull request or not. */
  readonly hasBranch: boolean;
  readonly configuration: Configuration;
  readonly isWriter: (login: string) => boolean;
  /** Commands that turned out not to be possible, by their comments' ids. */
  readonly refusals: ReadonlyMap<string, readonly Problem[]>;
}

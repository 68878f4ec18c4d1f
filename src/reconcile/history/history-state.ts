import type { RequestState } from '../../command/request-state.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { IssueFacts, PullFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import type { CommandComment } from '../observe/command-comment.ts';
import type { DescribedPullRequest, PullRequestSources } from './describe-pull-request.ts';

/** What an issue has come to, with the pull request that brought its last request onto the pages. */
export interface HistoryState extends RequestState {
  readonly merged: DescribedPullRequest | undefined;
  /** Whether there are more commands without an answer than one job answers. */
  readonly hasMoreCommands: boolean;
}

/** Whether an issue is a submission now: removals and questions are none, and their issues are left as they are. */
export function isSubmission({ request, halt }: Pick<HistoryState, 'request' | 'halt'>): boolean {
  return request?.kind === 'entry' && !halt;
}

/** A command that had no answer yet, and what is wrong with it: nothing, if it is accepted. */
export interface CommandResult {
  readonly given: CommandComment;
  readonly problems: readonly Problem[];
}

/** What is known of an issue. */
export interface HistoryInput extends PullRequestSources {
  readonly issue: IssueFacts;
  /** Whether the issue is a form: it has the label or its headings. */
  readonly isForm: boolean;
  readonly pulls: readonly PullFacts[];
  /** Of the issue and of our pull requests. */
  readonly commands: readonly CommandComment[];
  readonly isLabelTakenOff: boolean;
  /** Whether our branch for it is there, be there a pull request or not. */
  readonly hasBranch: boolean;
  /** When somebody else made the newest commit on it; nothing where that is ours. */
  readonly pushedAt: Date | undefined;
  readonly configuration: Configuration;
  readonly isWriter: (login: string) => boolean;
  /** Commands that turned out not to be possible, by their comments' ids. */
  readonly refusals: ReadonlyMap<string, readonly Problem[]>;
}

import type { Command, CommandName } from '../../command/command.ts';
import type { RequestState } from '../../command/request-state.ts';
import type { Problem } from '../../problem/problem.ts';
import type { CommandComment } from '../observe/commands/command-comment.ts';
import type { DescribedPullRequest } from './describe-pull-request.ts';

/** What an issue has come to: what it asks for today, with the pull request that was merged last. */
export interface HistoryState extends RequestState {
  readonly merged: DescribedPullRequest | undefined;
  /** Of the commands that had no answer yet, in the order in which they were evaluated. */
  readonly results: readonly CommandResult[];
  /** Whether there are more commands without an answer than one job answers. */
  readonly hasMoreCommands: boolean;
}

/** Whether an issue is a submission now: removals and questions are none, and their issues are left as they are. */
export function isSubmission({ request, halt }: Pick<HistoryState, 'request' | 'halt'>): boolean {
  return request?.kind === 'entry' && !halt;
}

/** Commands of a comment that had no answer yet. */
export interface CommandResult {
  readonly given: CommandComment;
  /** Those that are carried out. */
  readonly accepted: readonly Command[];
  /** What is wrong with the others; nothing, if all are accepted. */
  readonly problems: readonly Problem[];
}

/** Problems of commands that turned out not to be possible, by `refusalKey`. */
export type CommandRefusals = ReadonlyMap<string, readonly Problem[]>;

/** Names a comment's commands of one kind. */
export function refusalKey(commentId: string, command: CommandName): string {
  return `${commentId} ${command}`;
}

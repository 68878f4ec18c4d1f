import type { Configuration } from '../config/configuration.ts';
import type { Problem } from '../problem/problem.ts';
import type { Result } from '../problem/result.ts';
import type { AskedSettings } from '../submission/asked-fields.ts';
import type { CommandUser } from '../words/comment-words.ts';
import type { RequestedByComment } from './change-request.ts';
import type { Command } from './command.ts';
import type { Head } from './grammar/find-heads.ts';
import type { CommandContext, IssueText, RequestState, StateChange } from './request-state.ts';

/** All there is to a command: its grammar, who may use it, when it can be carried out, and its effect. */
export interface CommandDefinition<Each extends Command> {
  /** Who may use it in a repository with this configuration. What a submitter may, a writer may too. */
  users(configuration: Pick<Configuration, 'open'>): CommandUser;
  /** Reads what follows the command's name. */
  parse(head: Head, settings: AskedSettings): Result<Each>;
  /** What prevents somebody who may use it from using it now; nothing, if it can be carried out. */
  check(command: Each, context: CommandContext): readonly Problem[];
  /** What it changes once it is accepted. */
  apply(command: Each, state: RequestState, given: Given): StateChange;
}

/** A command's comment, when the command takes effect. */
export interface Given extends RequestedByComment {
  /** Whether it has no answer yet: it was not carried out before. */
  readonly isPending: boolean;
  readonly isWriter: boolean;
  /** Whether it is no comment, but the issue's own text. */
  readonly isOfIssue: boolean;
  readonly issueText: IssueText;
}

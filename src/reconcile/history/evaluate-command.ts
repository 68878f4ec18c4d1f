import type { Command } from '../../command/command.ts';
import { definitionOf } from '../../command/commands.ts';
import { mayUse, notAllowed } from '../../command/permission.ts';
import type { RequestState } from '../../command/request-state.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Result } from '../../problem/result.ts';
import type { CommandComment } from '../observe/commands/command-comment.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';
import { isWriter } from '../observe/writers/writers.ts';

/**
 * Evaluates a command as things are: whether it was understood, whether that person may use it, and whether there is
 * anything that it could be done to.
 *
 * @param read one of the comment's commands
 * @returns what is wrong with it; nothing, if it can be carried out
 */
export function evaluateCommand(
  read: Result<Command>,
  given: CommandComment,
  state: RequestState,
  observed: ObservedIssue,
): readonly Problem[] {
  const lacking = evaluatePermission(read, given, observed);
  if (!read.ok || lacking.length > 0) return lacking;
  const command = read.value;
  const { comment, author } = given;
  const { issueText, snapshot, configuration, pushedAt } = observed;
  const isPublished =
    snapshot.branch !== undefined || snapshot.pulls.some(({ state }) => state === 'OPEN');
  const givenAt = comment.editedAt ?? comment.createdAt;
  return definitionOf(command.name).check(command, {
    state,
    isWriter: isWriter(observed, author.login),
    configuration,
    issueText,
    isPublished,
    isPushedSince: pushedAt !== undefined && pushedAt > givenAt,
  });
}

/** Evaluates whether a command was understood, and whether its author may use it. */
export function evaluatePermission(
  read: Result<Command>,
  { author }: CommandComment,
  { issue, configuration, writers }: ObservedIssue,
): readonly Problem[] {
  if (!read.ok) return read.problems;
  const { name } = read.value;
  const person = {
    isWriter: isWriter({ writers }, author.login),
    isSubmitter: author.login === issue.author?.login,
  };
  return mayUse(name, person, configuration) ? [] : [notAllowed(name, configuration)];
}

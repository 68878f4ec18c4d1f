import type { Configuration } from '../config/configuration.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { CommandUser } from '../words/comment-words.ts';
import type { CommandName } from './command.ts';
import { commandNames, definitionOf } from './commands.ts';

/** What somebody who writes a comment is to the repository and the issue, as GitHub says. */
export interface Person {
  /** May push to the repository. */
  readonly isWriter: boolean;
  /** Opened the issue. */
  readonly isSubmitter: boolean;
}

/** Whether a person may use a command in a repository with this configuration. */
export function mayUse(
  command: CommandName,
  { isWriter, isSubmitter }: Person,
  configuration: Pick<Configuration, 'open'>,
): boolean {
  const user = definitionOf(command).users(configuration);
  switch (user) {
    case 'anyone':
      return true;
    case 'submitter':
      return isWriter || isSubmitter;
    case 'writer':
      return isWriter;
    default:
      throw user satisfies never;
  }
}

/** What to answer a person who may not use a command. */
export function notAllowed(
  command: CommandName,
  configuration: Pick<Configuration, 'open'>,
): Problem {
  const isForWriters = definitionOf(command).users(configuration) === 'writer';
  const code = isForWriters ? 'command-for-writers' : 'command-for-submitter';
  return problem(code, `/poweredby ${command}`, { command });
}

/** Who may use each command in a repository with this configuration. */
export function usersOf(
  configuration: Pick<Configuration, 'open'>,
): Readonly<Record<string, CommandUser>> {
  const users = commandNames.map((name) => [name, definitionOf(name).users(configuration)]);
  return Object.fromEntries(users);
}

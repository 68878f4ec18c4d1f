import type { Configuration } from '../config/configuration.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { CommandName } from './command.ts';

/** What somebody who writes a comment is to the repository and the issue, as GitHub says. */
export interface Person {
  /** May push to the repository. */
  readonly isWriter: boolean;
  /** Opened the issue. */
  readonly isSubmitter: boolean;
}

/** Who may use a command. A submitter's command is a writer's too. */
export type User = 'writer' | 'submitter' | 'anyone';

/**
 * The commands, and who may use each. Where the configuration says `open: on-command`, `add` is a writer's alone.
 *
 * @internal for tests
 */
export const commands: Readonly<Record<CommandName, User>> = {
  add: 'submitter',
  text: 'submitter',
  rebuild: 'writer',
  remove: 'writer',
  withdraw: 'submitter',
  help: 'anyone',
};

/** Whether a person may use a command in a repository with this configuration. */
export function mayUse(
  command: CommandName,
  { isWriter, isSubmitter }: Person,
  configuration: Pick<Configuration, 'open'>,
): boolean {
  switch (userOf(command, configuration)) {
    case 'anyone':
      return true;
    case 'submitter':
      return isWriter || isSubmitter;
    case 'writer':
      return isWriter;
  }
}

/** What to answer a person who may not use a command. */
export function notAllowed(
  command: CommandName,
  configuration: Pick<Configuration, 'open'>,
): Problem {
  const code =
    userOf(command, configuration) === 'writer' ? 'command-for-writers' : 'command-for-submitter';
  return problem(code, `/poweredby ${command}`, { command });
}

/** Who may use each command in a repository with this configuration. */
export function usersOf(
  configuration: Pick<Configuration, 'open'>,
): Readonly<Record<CommandName, User>> {
  return { ...commands, add: userOf('add', configuration) };
}

function userOf(command: CommandName, { open }: Pick<Configuration, 'open'>): User {
  return command === 'add' && open === 'on-command' ? 'writer' : commands[command];
}

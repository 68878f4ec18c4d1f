import { success } from '../../problem/result.ts';
import type { HelpCommand } from '../command.ts';
import type { CommandDefinition } from '../command-definition.ts';

export const help: CommandDefinition<HelpCommand> = {
  users: () => 'anyone',
  parse: () => success({ name: 'help' }),
  check: () => [],
  apply: () => ({}),
};

import type { Command, CommandName } from './command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { add } from './commands/add.ts';
import { help } from './commands/help.ts';
import { rebuild } from './commands/rebuild.ts';
import { remove } from './commands/remove.ts';
import { rename } from './commands/rename.ts';
import { text } from './commands/text.ts';
import { withdraw } from './commands/withdraw.ts';

type CommandDefinitions = {
  readonly [Name in CommandName]: CommandDefinition<Extract<Command, { readonly name: Name }>>;
};

/** Every command there is, in the order in which `help` lists them. */
const commands: CommandDefinitions = {
  add,
  text,
  rebuild,
  rename,
  remove,
  withdraw,
  help,
};

/** The commands' names, in the order in which `help` lists them. */
export const commandNames = Object.keys(commands) as CommandName[];

/** What defines a command. */
export function definitionOf(name: CommandName): CommandDefinition<Command> {
  return commands[name];
}

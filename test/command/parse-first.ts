import type { Command } from '../../src/command/command.ts';
import type { Locales } from '../../src/command/grammar/locales.ts';
import { parseCommands } from '../../src/command/parse-command.ts';
import type { Result } from '../../src/problem/result.ts';

/** The first command of a comment; nothing where it has none. */
export function parseCommand(comment: string, locales: Locales): Result<Command> | undefined {
  return parseCommands(comment, locales)[0];
}

import type { Command } from '../../src/command/command.ts';
import { parseCommands } from '../../src/command/parse-command.ts';
import type { Result } from '../../src/problem/result.ts';
import type { AskedSettings } from '../../src/submission/asked-fields.ts';

/** The first command of a comment; nothing where it has none. */
export function parseCommand(
  comment: string,
  settings: AskedSettings,
): Result<Command> | undefined {
  return parseCommands(comment, settings)[0];
}

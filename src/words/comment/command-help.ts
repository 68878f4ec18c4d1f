import type { CommandUser } from '../comment-words.ts';
import type { Templates } from '../templates.ts';
import { codeSpan } from '../text/code-span.ts';
import { markdownTable } from '../text/markdown-table.ts';

/** Each command there is, and who may use it. */
export type CommandUsers = Readonly<Record<string, CommandUser>>;

/** The commands as a Markdown table: how each is written, who may use it, and what it does. */
export function commandHelp(users: CommandUsers, { comment: { help } }: Templates): string {
  const rows = Object.entries(help.commands).flatMap(([name, { usage, does }]) => {
    const user = users[name];
    return user === undefined ? [] : [[codeSpan(usage), help.users[user], does]];
  });
  const { command, who, does } = help.head;
  return `${markdownTable([command, who, does], rows)}\n\n${help.note}`;
}

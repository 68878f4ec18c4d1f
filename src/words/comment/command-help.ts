import type { CommandUser } from '../comment-words.ts';
import { fillTemplate } from '../fill-template.ts';
import type { Templates } from '../templates.ts';
import { codeSpan } from '../text/code-span.ts';
import { fillMarkdown } from '../text/fill-markdown.ts';
import { markdownTable } from '../text/markdown-table.ts';

/** What the list of the commands depends on. */
export interface CommandHelp {
  /** Each command there is, and who may use it. */
  readonly users: Readonly<Record<string, CommandUser>>;
  /** What is before the colon in the lines of a comment that says all of a company. */
  readonly keys: readonly string[];
  /** Whether entries have logos. */
  readonly hasLogo: boolean;
  /** What `/poweredby text` needs for a locale. */
  readonly locale: string;
  /** Whether the list is in several languages. */
  readonly isTranslated: boolean;
}

/** The commands as a Markdown table: how each is written, who may use it, and what it does. */
export function commandHelp(
  { users, keys, hasLogo, locale, isTranslated }: CommandHelp,
  { comment: { help } }: Templates,
): string {
  const shown = keys.map((key) => codeSpan(`${key}: …`));
  const lines = shown.join(help.head.between);
  const values = { lines, hasLogo: hasLogo ? 'yes' : '', isTranslated: isTranslated ? 'yes' : '' };
  const rows = Object.entries(help.commands).flatMap(([name, { usage, does }]) => {
    const user = users[name];
    return user === undefined
      ? []
      : [[codeSpan(fillTemplate(usage, { locale })), help.users[user], fillMarkdown(does, values)]];
  });
  const { command, who, does } = help.head;
  return `${markdownTable([command, who, does], rows)}\n\n${help.note}`;
}

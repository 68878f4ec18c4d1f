import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/command/commands.ts';
import { usersOf } from '../../src/command/permission.ts';
import { parseCommand } from '../command/parse-first.ts';
import { configurationOf } from '../submission/configuration.ts';
import { blocksIn, codeIn, tableOf, textOf } from './document.ts';

const document = textOf('docs/commands.md');
const locales = configurationOf();

describe('docs/commands.md', () => {
  it('names every command, and who may use it', () => {
    const users = {
      writer: 'maintainers',
      submitter: "the issue's author, maintainers",
      anyone: 'anyone',
    };
    const documented = tableOf(document, 'Commands', 'command').map(([usage, who]) => [
      codeIn(usage)[0]?.split(' ')[1],
      who,
    ]);
    const who = usersOf({ open: 'automatically' });
    expect(documented).toEqual(commandNames.map((name) => [name, users[who[name] ?? 'anyone']]));
  });

  it('gives examples that are understood', () => {
    const examples = blocksIn(document, '').filter((block) => block.startsWith('/poweredby'));
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      const read = parseCommand(example, locales);
      expect(read, example).toMatchObject({ ok: true });
      if (read?.ok && read.value.name === 'add') expect(read.value.entry?.problems).toEqual([]);
    }
  });
});

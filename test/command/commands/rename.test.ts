import { describe, expect, it } from 'vitest';
import { locales } from '../locales.ts';
import { parseCommand } from '../parse-first.ts';

function renamed(words: string): string | undefined {
  const parsed = parseCommand(`/poweredby rename ${words}`, locales);
  if (!parsed?.ok) return parsed?.problems.map(({ code }) => code).join();
  const command = parsed.value;
  return command.name === 'rename' ? `${command.company} / ${command.newName}` : command.name;
}

describe('the two names of a company that is renamed', () => {
  it.each([
    ['Juniper to Kestrel', 'Juniper / Kestrel'],
    ['Juniper TO Kestrel Group', 'Juniper / Kestrel Group'],
    ['Juniper -> Kestrel', 'Juniper / Kestrel'],
    ['Juniper → Kestrel', 'Juniper / Kestrel'],
    ['"Juniper" to "Kestrel"', 'Juniper / Kestrel'],
    ['「Juniper」改名为「Kestrel」', 'Juniper / Kestrel'],
    ['杜松改为红隼', '杜松 / 红隼'],
    ['From Farm to Table -> Table', 'From Farm to Table / Table'],
    ['"From Farm to Table" to "Table"', 'From Farm to Table / Table'],
  ])('are read from %j', (words, names) => {
    expect(renamed(words)).toBe(names);
  });

  it.each(['', 'Juniper', 'Juniper to', 'to Kestrel', 'Farm to Table to Kestrel'])(
    'are asked for where it says %j',
    (words) => {
      expect(renamed(words)).toBe('command-names-missing');
    },
  );
});

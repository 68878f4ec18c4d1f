import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { values } from '../formats/edited-lists.ts';
import { arbitraryString } from '../text/generated-texts.ts';
import { adding, type DataKind, entriesIn } from './data-lists.ts';

/** A file in each way of writing strings, for each kind; every text stands behind `url`, where anything may be typed. */
const files: Readonly<Record<DataKind, readonly (readonly [way: string, text: string])[]>> = {
  yaml: [
    ['plain YAML', '- name: Anvil\n  url: https://a.example\n  logo: a.png\n'],
    ['YAML in double quotes', '- name: "Anvil"\n  url: "https://a.example"\n'],
    ['YAML in single quotes', "- name: 'Anvil'\n  url: 'https://a.example'\n"],
    ['YAML between braces', '- {name: Anvil, url: https://a.example}\n'],
    ['YAML over several lines', '- name: Anvil\n  url: https://a.example\n    and b\n'],
  ],
  json: [
    ['JSON', '[{ "name": "Anvil", "url": "https://a.example" }]'],
    ['JSON in ASCII', '[{ "name": "\\u00c9lan", "url": "https:\\/\\/a.example" }]'],
  ],
  js: [
    ['single quotes', "export default [{ name: 'Anvil', url: 'https://a.example' }];"],
    ['double quotes', 'export default [{ name: "Anvil", url: "https://a.example" }];'],
    ['templates', 'export default [{ name: `Anvil`, url: `https://a.example` }];'],
  ],
};

const ways = (Object.keys(files) as DataKind[]).flatMap((kind) =>
  files[kind].map(([way, text]) => [way, kind, text] as const),
);

const hard = [
  ...[
    'yes',
    'No',
    'null',
    '~',
    'true',
    '1',
    '-1.5',
    '1e3',
    '0x1F',
    '0o17',
    '1_000',
    '1,000',
    '12:30:45',
  ],
  ...['2020-01-01', '2001-12-14t21:59:43.10-05:00', '.inf', '.NaN', '=', '<<', '', ' ', '  a  b  '],
  ...[
    '- a',
    '* a',
    '&a',
    '*a',
    '!a',
    '!!str a',
    '%a',
    '@a',
    '`a`',
    '? a',
    ': a',
    '|',
    '> a',
    '#a',
    '---',
    '...',
  ],
  ...[
    'a: b',
    'a?b',
    'a:',
    'a #b',
    'a # b',
    "it's",
    '"a"',
    '\\',
    '\\n',
    'a\\',
    '{a}',
    '[a]',
    'a, b',
    '{{ a }}',
    'a $\u007Ba}',
  ],
  ...[
    '</script>',
    '<!--',
    ']]>',
    '\u2028',
    '\u2029',
    '\u0085',
    '\uFEFF',
    'a\tb',
    'a\nb',
    '\0',
    '😀',
    'é',
  ],
];

function isReadAsTyped(kind: DataKind, text: string, typed: string): void {
  const added = adding(kind, text, values('Birch', { homepage: typed }));
  // Half a character can be no text of a file.
  const expected = typed.toWellFormed();
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  const [, entry] = entriesIn(kind, added.value.text);
  // A key for which nothing is given is left away.
  expect({ url: '', ...entry }).toMatchObject({ url: expected });
  if (kind !== 'yaml') return;
  for (const version of ['1.1', '1.2'] as const) {
    const [, seen] = parse(added.value.text, { version });
    expect(seen.url ?? '').toBe(expected);
  }
}

describe.each(ways)('a text in %s', (_, kind, text) => {
  it.each(hard)('is read as it was typed: %j', (typed) => isReadAsTyped(kind, text, typed));

  it('is read as it was typed, whatever it is', () => {
    fc.assert(fc.property(arbitraryString, (typed) => isReadAsTyped(kind, text, typed)));
  });
});

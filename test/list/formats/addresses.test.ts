import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListLocation } from '../../../src/list/format.ts';
import { arbitraryString } from '../text/generated-texts.ts';
import { values } from './edited-lists.ts';
import { withAdded as addItem } from './markdown-list/lists.ts';
import { withAdded as addSection } from './markdown-sections/sections.ts';
import { withAdded as addRow } from './markdown-table/tables.ts';
import { renderMarkdown } from './shown-html.ts';

const inline = { markup: 'inline' } as const;

/** Lists of three companies that each have an address as `Proof`, written in some way. */
const lists = [
  {
    kind: 'cell of a table',
    list: (proofs: readonly string[]) =>
      `| Adopter | Proof |\n|---|---|\n${proofs.map((proof, row) => `| C${row} | ${proof} |\n`).join('')}`,
    add: addRow,
  },
  {
    kind: 'section',
    list: (proofs: readonly string[]) =>
      `# Adopters\n${proofs.map((proof, row) => `\n## C${row}\n\n- **Proof**: ${proof}\n`).join('')}`,
    add: addSection,
  },
  {
    kind: 'item',
    list: (proofs: readonly string[]) =>
      `# Adopters\n\n${proofs.map((proof, row) => `- C${row}\n  - Proof: ${proof}\n`).join('')}`,
    add: addItem,
  },
];

/** What stands for the address of a fourth company. */
function written(
  { list, add }: (typeof lists)[number],
  proofs: readonly string[],
  typed: string,
  at: ListLocation = inline,
): string {
  const text = list(proofs);
  const added = add(text, values('C9', { fields: { Proof: typed } }), {
    ...at,
    fields: {
      ...(text.startsWith('|') ? { Adopter: { role: 'name' } } : {}),
      Proof: { role: 'none' },
    },
  });
  return /C9[\s\S]*?(?:Proof\**:|\|) (.*?)(?: \|)?\n$/.exec(added)?.[1] ?? added;
}

function proofs(way: (url: string) => string): readonly string[] {
  return [1, 2, 3].map((index) => way(`https://code.example/pull/${index}`));
}

const address = 'https://proofs.example/dovetail';

describe.each(lists)('an address alone in a $kind', (kind) => {
  it.each([
    ['bare', (url: string) => url, address],
    ['in angle brackets', (url: string) => `<${url}>`, `<${address}>`],
    [
      'a link that is called by it',
      (url: string) => `[${url}](${url})`,
      `[${address}](${address})`,
    ],
    [
      'a link that is called by its host',
      (url: string) => `[code.example](${url})`,
      `[proofs.example](${address})`,
    ],
  ])('is written like those of the others: %s', (_, way, expected) => {
    expect(written(kind, proofs(way), address)).toBe(expected);
    expect(written(kind, proofs(way), `<${address}>`)).toBe(expected);
  });

  it('is written like most of them, whatever the nearest has', () => {
    const others = ['<https://a.example/1>', '<https://a.example/2>', 'https://a.example/3'];
    expect(written(kind, others, address)).toBe(`<${address}>`);
    expect(
      written(kind, [...others, 'no proof yet', '<https://a.example/4> (and more)'], address),
    ).toBe(`<${address}>`);
  });

  it('stays bare where others have other words', () => {
    expect(written(kind, ['one', 'two', 'three'], address)).toBe(address);
    const stories = proofs((url) => `[How we plane ${url.at(-1)}](${url})`);
    expect(written(kind, stories, `<${address}>`)).toBe(address);
  });

  it('is no link with http: where the list has none, or where nothing may be one', () => {
    const angled = proofs((url) => `<${url}>`);
    expect(written(kind, angled, '<http://a.example>')).toBe('&lt;http&colon;//a.example>');
    expect(
      written(
        kind,
        angled.map((each) => each.replace('s:', ':')),
        'http://a.example',
      ),
    ).toBe('<http://a.example>');
    expect(written(kind, angled, address, {})).toBe('https&colon;//proofs.example/dovetail');
  });

  it('makes no link of anything else in angle brackets', () => {
    const angled = proofs((url) => `<${url}>`);
    const markup = fc.oneof(
      arbitraryString,
      fc.stringMatching(
        /^<?(?:javascript|data|file|ftp|mailto|vbscript|http)s?:[\w/.@()'"]{0,20}>?$/,
      ),
    );
    fc.assert(
      fc.property(markup, (typed) => {
        fc.pre(/\p{L}/u.test(typed) && !/https:/i.test(typed));
        const html = renderMarkdown(written(kind, angled, `<${typed}>`));
        expect(html).not.toMatch(/<a |<img|<script/);
      }),
    );
  });
});

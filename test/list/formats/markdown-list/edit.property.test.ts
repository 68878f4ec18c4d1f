import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownList } from '../../../../src/list/formats/markdown-list/markdown-list.ts';
import { asGivenBack, isInsertion, valueFrom, values } from '../edited-lists.ts';
import { read } from './lists.ts';

const name = fc.constantFrom(
  'Anvil',
  'Birch & Co',
  'O’Neil',
  '彭博',
  'x-1',
  'C++',
  'IBM*',
  '@anna',
  '3M',
);
const written = fc.oneof(
  name,
  name.map((text) => `**${text.replace('*', '')}**`),
  name.map((text) => `[${text}](https://a.example/)`),
  name.map((text) => `<a href="https://a.example/" rel="nofollow">${text}</a>`),
);
const details = fc.constantFrom(
  ...[
    '',
    '',
    ' - Forges',
    ': a `b` c',
    ' (forges)',
    ' [[@a](https://github.com/a)]',
    '<br>\nForges',
  ],
  ...[
    '\n- Forges',
    '\n- **Stage**: live\n- Use case: reports',
    '\n\nA paragraph',
    '\nand more words',
  ],
  '\n- **Links**:\n  - [a](https://a.example)',
);

/** A list in one of the ways in which people write them, with what is around it. */
const list = fc
  .record({
    items: fc.array(fc.tuple(written, details), { minLength: 1, maxLength: 8 }),
    marker: fc.constantFrom('- ', '* ', '+ ', ' - ', '-   ', '1. ', '1) '),
    counts: fc.boolean(),
    gap: fc.constantFrom('\n', '\n\n'),
    newline: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    above: fc.constantFrom('', '---\ntitle: x\n---\n\n', 'Words.\n\n'),
    below: fc.constantFrom(
      '',
      '\n',
      '\n\nThank you!\n',
      '\n\n[ref]: https://ref.example\n',
      '\n<!-- end -->\n',
    ),
  })
  .map(({ items, marker, counts, gap, newline, mark, above, below }) => {
    const lines = items.map(([start, rest], index) => {
      const own = counts ? marker.replace('1', String(index + 1)) : marker;
      return own + start + rest.replace(/\n(?=.)/g, `\n${' '.repeat(own.length)}`);
    });
    return `${mark}${above}# Users\n\n${lines.join(gap)}${below}`.replaceAll('\n', newline);
  });

const typed = fc.record({
  company: fc.constantFrom(
    'Dovetail',
    'Élan',
    'a | b',
    '# x',
    '- y',
    '1. z',
    '[q]',
    'a: b',
    'c - d',
  ),
  text: fc.constantFrom('', 'Joins.', 'via {c} <d>', '`x`', '- y', '=', '***', 'import x from "y"'),
  homepage: fc.constantFrom(undefined, 'https://d.example/?a=(b)&c'),
  order: fc.constantFrom('append', 'prepend', 'alphabetical', 'as-is'),
});

describe('a Markdown list, however it is written', () => {
  it('gets one item for a new company, and is as it was when that is gone', () => {
    fc.assert(
      fc.property(list, typed, (text, { company, text: words, homepage, order }) => {
        const before = read(text);
        const given = values(company, { text: words, ...(homepage && { homepage }) });
        const edit = valueFrom(markdownList.add(before, given, order));
        expect(edit.list.entries).toHaveLength(before.entries.length + 1);
        const entry = edit.list.entries[edit.place.index];
        const hasText = before.fields.some(({ role }) => role === 'text');
        expect(entry).toMatchObject({ company, text: hasText ? words : '' });
        expect(isInsertion(text, edit.text)).toBe(true);
        if (entry === undefined) return;
        const back = valueFrom(markdownList.remove(edit.list, entry, { leaveGap: false }));
        expect(asGivenBack(text, back.text)).toBe(text);
      }),
    );
  });

  it('loses the lines of a company, and no other byte', () => {
    fc.assert(
      fc.property(list, fc.nat(), (text, which) => {
        const before = read(text, { within: 'Users' });
        const entry = before.entries[which % before.entries.length];
        fc.pre(entry !== undefined);
        const edit = valueFrom(markdownList.remove(before, entry, { leaveGap: false }));
        const rest = before.entries.filter((each) => each !== entry);
        expect(edit.list.entries.map(({ company }) => company)).toEqual(
          rest.map(({ company }) => company),
        );
        expect(isInsertion(edit.text, text)).toBe(true);
      }),
    );
  });

  it('stays as it is where an entry is replaced by itself', () => {
    fc.assert(
      fc.property(list, (text) => {
        const before = read(text);
        for (const entry of before.entries) {
          const { company, text: words, homepage, fields = {} } = entry;
          const same = { company, text: words, fields, ...(homepage && { homepage }) };
          expect(valueFrom(markdownList.replace(before, entry, same)).text).toBe(text);
        }
      }),
    );
  });

  it('changes a text and nothing else, and back', () => {
    fc.assert(
      fc.property(list, fc.nat(), typed, (text, which, { text: words }) => {
        const before = read(text, { fields: { text: { role: 'text' } } });
        const entry = before.entries[which % before.entries.length];
        fc.pre(entry !== undefined && words !== '');
        const edit = valueFrom(markdownList.replace(before, entry, { text: words }));
        expect(edit.list.entries[edit.place.index]).toMatchObject({
          company: entry.company,
          ...(entry.homepage && { homepage: entry.homepage }),
          text: words,
          fields: entry.fields,
        });
      }),
    );
  });
});

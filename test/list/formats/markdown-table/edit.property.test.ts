import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { asGivenBack, valueFrom, values } from '../edited-lists.ts';
import { read } from './tables.ts';

const word = fc.constantFrom(
  'Anvil',
  'Birch & Co',
  'O’Neil',
  '彭博',
  'x-1',
  'a `b` c',
  '**Bold**',
  'a \\| b',
);
const cell = fc.oneof(
  word,
  fc.constant(''),
  word.map((text) => `[${text.replace(/[`*|\\]/g, '')}](https://a.example/)`),
);

/** A table in one of the ways in which people write them, with what is around it. */
const table = fc
  .record({
    rows: fc.array(fc.tuple(word, cell, cell), { maxLength: 8 }),
    outer: fc.constantFrom('both', 'none', 'first'),
    blank: fc.constantFrom(' ', '', '  '),
    padding: fc.constantFrom(0, 12),
    newline: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    above: fc.constantFrom('', '# Adopters\n\n', 'Words.\n\n- a\n- b\n\n'),
    below: fc.constantFrom(
      '',
      '\n',
      '\n\nMore words | with a border.\n',
      '\n\n[ref]: https://ref.example\n',
    ),
  })
  .map(({ rows, outer, blank, padding, newline, mark, above, below }) => {
    const line = (cells: readonly string[]) => {
      const inner = cells.map((each) => `${blank}${each.padEnd(padding)}${blank}`).join('|');
      const opened = outer === 'none' ? inner.trimStart() : `|${inner}`;
      return outer === 'both' ? `${opened}|` : opened.trimEnd();
    };
    const lines = [line(['Name', 'Notes', 'Kind']), '---|---|---', ...rows.map(line)];
    return `${mark}${above}${lines.join('\n')}${below}`.replaceAll('\n', newline);
  });

const typed = fc.record({
  company: fc.constantFrom('Dovetail', 'Élan', 'a | b', '# x', '- y', '1. z'),
  text: fc.constantFrom('', 'Joins.', 'a | b {c} <d>', '`x`'),
  order: fc.constantFrom('append', 'prepend', 'alphabetical', 'as-is'),
});

describe('a Markdown table, however it is written', () => {
  it('gets one line for a new company, and is as it was when that is gone', () => {
    fc.assert(
      fc.property(table, typed, (text, { company, text: words, order }) => {
        const list = read(text);
        const edit = valueFrom(markdownTable.add(list, values(company, { text: words }), order));
        expect(edit.list.entries).toHaveLength(list.entries.length + 1);
        const entry = edit.list.entries[edit.place.index];
        expect(entry).toMatchObject({ company, text: words });
        const after = edit.text.split('\n');
        expect(
          after
            .toSpliced(edit.place.line - 1, 1)
            .join('\n')
            .trimEnd(),
        ).toBe(text.trimEnd());
        if (entry === undefined) return;
        const back = valueFrom(markdownTable.remove(edit.list, entry, { leaveGap: false }));
        if (list.entries.length > 0) expect(asGivenBack(text, back.text)).toBe(text);
      }),
    );
  });

  it('loses one line with a company, and no other byte', () => {
    fc.assert(
      fc.property(table, fc.nat(), (text, which) => {
        const list = read(text);
        const entry = list.entries[which % Math.max(1, list.entries.length)];
        fc.pre(entry !== undefined);
        const edit = valueFrom(markdownTable.remove(list, entry, { leaveGap: false }));
        const lines = text.split('\n').toSpliced(entry.place.line - 1, 1);
        expect(edit.text.trimEnd()).toBe(lines.join('\n').trimEnd());
      }),
    );
  });

  it('stays as it is where an entry is replaced by itself', () => {
    fc.assert(
      fc.property(table, (text) => {
        const list = read(text);
        for (const entry of list.entries) {
          const { company, text: words, homepage, fields = {} } = entry;
          const same = {
            company,
            text: words,
            fields,
            ...(homepage !== undefined && { homepage }),
          };
          expect(valueFrom(markdownTable.replace(list, entry, same)).text).toBe(text);
        }
      }),
    );
  });
});

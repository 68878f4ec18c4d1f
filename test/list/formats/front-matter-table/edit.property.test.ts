import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryValues } from '../../../../src/list/format.ts';
import { addEntry } from '../../../../src/list/formats/front-matter-table/add-entry.ts';
import { entriesOf } from '../../../../src/list/formats/front-matter-table/entries.ts';
import { readPage } from '../../../../src/list/formats/front-matter-table/read/read-page.ts';
import { removeEntry } from '../../../../src/list/formats/front-matter-table/remove-entry.ts';
import { generatedPages, type PageStyle } from './generated-pages.ts';
import { read, takenOutAndAddedAgain, valueFrom, valuesOf } from './pages.ts';

/** Whether every line of one text stands, in order, in another. */
function isKeptIn(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const line of others) if (at < lines.length && line === lines[at]) at += 1;
  return at === lines.length;
}

const text = fc.oneof(
  fc.constantFrom(
    'Mooring Labs — “ships” it: 5 * 3, C# & more.',
    "It's #1: O'Neil's “data”",
    '{{< shortcode >}} <b>bold</b> [x](y) \\ " \'',
    '- not a list # nor a comment',
    '收到 1,000 条：数据',
    'yes',
    '12',
    '---',
    '`code` www.a.example a@b.example',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((typed) => `a${typed.replace(/\s+/gu, ' ').trim()}`),
);

const newEntries: fc.Arbitrary<EntryValues> = fc
  .record({
    company: fc.constantFrom(
      "O'Reef & Sons",
      'Ångström',
      '石川',
      'Beta "Quote" <Co>',
      'Company 1½',
    ),
    logo: fc.constantFrom('/img/new.png', '/img/poweredby/a-b_c.png'),
    text,
    link: fc.option(
      fc.record({
        text,
        url: fc.constantFrom('https://new.example/a?b=c&d=e', 'https://x.example/%2A-b_c'),
      }),
      { nil: undefined },
    ),
  })
  .map(({ link, ...values }) => ({ ...values, ...(link && { link }) }));

/** What a page says, by slot. */
function entriesBySlot(text: string): [string, EntryValues | undefined][] {
  const values = valuesOf(text);
  return entriesOf(read(text)).map(({ slot }, index) => [
    `${slot.pair} ${slot.column}`,
    values[index],
  ]);
}

/** What a page says when every hole is filled by the first entry that stands behind the first pair. */
function closedUp(text: string): [string, EntryValues | undefined][] {
  const { columns } = read(text).table;
  const entries = entriesBySlot(text);
  const staying = new Map(entries.filter(([slot]) => slot.startsWith('0 ')));
  const moving = entries.slice(staying.size);
  const closed: [string, EntryValues | undefined][] = [];
  for (let pair = 0; pair === 0 || moving.length > 0; pair += 1) {
    for (const column of columns) {
      const slot = `${pair} ${column}`;
      const values = staying.get(slot) ?? moving.shift()?.[1];
      if (values !== undefined) closed.push([slot, values]);
    }
  }
  return closed;
}

/**
 * Whether comments may lose the rows around them: below a text that keeps its line ends, the blank lines before a comment
 * would become part of that text, and the page is refused.
 */
function canLoseComments({ comments, text }: PageStyle): boolean {
  return !comments || text !== 'keep';
}

/** Whether a style is copied whole: comments belong to one entry, and so do the line ends that a `|+` keeps. */
function isCopied({ comments, logo, text }: PageStyle): boolean {
  return !comments && logo !== 'html first' && text !== 'keep';
}

const runs = { numRuns: 300 };

describe('on any page', () => {
  it('an added entry says what was given, and every line that stood there stays', () => {
    fc.assert(
      fc.property(generatedPages({ holes: true }), newEntries, ({ text, companies }, values) => {
        const edit = valueFrom(addEntry(read(text), values, 'append'));
        expect(isKeptIn(text.split('\n'), edit.text.split('\n'))).toBe(true);
        const entries = valuesOf(edit.text);
        expect(entries).toHaveLength(companies.length + 1);
        expect(entries).toContainEqual(values);
      }),
      runs,
    );
  });

  it('adding, then removing with a gap left, gives the page back byte for byte', () => {
    fc.assert(
      fc.property(generatedPages({ holes: true }), newEntries, ({ text }, values) => {
        const added = read(valueFrom(addEntry(read(text), values, 'append')).text);
        const entry = entriesOf(added).find(({ company }) => company === values.company);
        expect(entry).toBeDefined();
        if (entry === undefined) return;
        const removed = valueFrom(removeEntry(added, entry, { leaveGap: true }));
        expect(removed.text).toBe(text);
      }),
      runs,
    );
  });

  it('adding in alphabetical order, then removing, gives a page without holes back byte for byte', () => {
    fc.assert(
      fc.property(generatedPages({ holes: false }), newEntries, ({ text }, values) => {
        const added = read(valueFrom(addEntry(read(text), values, 'alphabetical')).text);
        const entry = entriesOf(added).find(({ company }) => company === values.company);
        if (entry === undefined) throw new Error('not added');
        const removed = valueFrom(removeEntry(added, entry, { leaveGap: false }));
        expect(removed.text).toBe(text);
      }),
      runs,
    );
  });

  it('all but the first pair, taken out as values and added again, say the same in the same slots', () => {
    fc.assert(
      fc.property(generatedPages({ holes: false, style: canLoseComments }), ({ text }) => {
        expect(entriesBySlot(takenOutAndAddedAgain(text))).toEqual(entriesBySlot(text));
      }),
      { numRuns: 100 },
    );
  });

  it('with holes, they say the same in the next free slots', () => {
    fc.assert(
      fc.property(generatedPages({ holes: true, style: canLoseComments }), ({ text }) => {
        expect(entriesBySlot(takenOutAndAddedAgain(text))).toEqual(closedUp(text));
      }),
      { numRuns: 100 },
    );
  });

  it('they give a page back byte for byte that has no holes or comments, and shows all of its style in what stays', () => {
    fc.assert(
      fc.property(generatedPages({ holes: false, style: isCopied }), ({ text, style }) => {
        const pairsThatStay = style.blankBetweenPairs > 0 ? 2 : 1;
        const linked = entriesOf(read(text)).find(({ link }) => link !== undefined);
        fc.pre(linked === undefined || linked.slot.pair < pairsThatStay);
        expect(takenOutAndAddedAgain(text, pairsThatStay)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('damaged in any way, the page is refused or edited rightly, never half', () => {
    const pieces = [
      '---',
      '\n',
      '\t',
      '"',
      "'",
      ': ',
      '- ',
      '&a',
      '*a',
      '|',
      '{',
      '[',
      '#',
      '!',
      '\r',
      '<img>',
    ];
    const damage = fc.record({
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(30),
      piece: fc.constantFrom('', ...pieces),
    });
    fc.assert(
      fc.property(
        generatedPages({ holes: true }),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        newEntries,
        ({ text }, damages, values) => {
          const damaged = damages.reduce((page, { place, length, piece }) => {
            const at = Math.floor(place * page.length);
            return page.slice(0, at) + piece + page.slice(at + length);
          }, text);
          const page = readPage(damaged, { table: 'powered-by', path: 'page.md' });
          const edit = page.ok ? addEntry(page.value, values, 'append') : page;
          if (!page.ok || !edit.ok) {
            expect(edit).toMatchObject({ problems: [{ code: expect.stringMatching(/^page-/) }] });
            return;
          }
          expect(isKeptIn(damaged.split('\n'), edit.value.text.split('\n'))).toBe(true);
          expect(entriesOf(read(edit.value.text))).toHaveLength(entriesOf(page.value).length + 1);
        },
      ),
      { numRuns: 500 },
    );
  });
});

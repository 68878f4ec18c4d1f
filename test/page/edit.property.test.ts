import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEntry } from '../../src/page/add-entry.ts';
import { type EntryValues, entriesOf } from '../../src/page/entries.ts';
import { readPage } from '../../src/page/read/read-page.ts';
import { removeEntry } from '../../src/page/remove-entry.ts';
import { generatedPages } from './generated-pages.ts';
import { read, valueFrom, valuesOf } from './pages.ts';

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

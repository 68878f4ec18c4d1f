import { describe, expect, it } from 'vitest';
import type { EntryValues, List } from '../../../src/list/format.ts';
import type { SequenceFormat, WrittenEntry } from '../../../src/list/sequence/sequence.ts';
import { sequenceFormat } from '../../../src/list/sequence/sequence-format.ts';
import type { Result } from '../../../src/problem/result.ts';

/** A format for these tests: each line that begins with `* ` is a company. */
function starFormat(write: (name: string) => WrittenEntry) {
  const own: SequenceFormat = {
    id: 'markdown-table',
    look: 'rows',
    mayHold: () => true,
    find: () => ({ lists: [], problems: [] }),
    read({ path, text }, at) {
      const found = Array.from(text.matchAll(/^\* ?(.*)$/gm));
      const entries = found.map(({ 0: source, 1: name = '', index: start }, index) => ({
        ...{ company: name, logo: '', text: '', lacks: [], start, end: start + source.length },
        ...{
          row: index,
          place: { group: 0, index, line: text.slice(0, start).split('\n').length, details: {} },
        },
      }));
      const seen = {
        entries: entries.map(({ company }) => [company]),
        rest: () =>
          text
            .replace(/^\* ?.*$/gm, '')
            .replace(/\s+/g, ' ')
            .trim(),
      };
      const fields = [{ name: 'Name', role: 'name', required: true }] as const;
      const head = text.indexOf('\n');
      const value = { at, path, text, newline: '\n', fields, entries, head, seen } as const;
      return { ok: true, value: [{ ...value, title: '', placeholder: undefined }] };
    },
    write: (_list, { company }) => ({ ok: true, value: write(company) }),
    rewrite: (_list, entry, { company }) => ({ ok: true, value: write(company ?? entry.company) }),
    parts: () => [],
  };
  return sequenceFormat(own);
}

const honest = (name: string): WrittenEntry => ({ source: `* ${name}`, seen: [name] });

function valueFrom<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function list(text: string, format = starFormat(honest)): List {
  return valueFrom(format.read({ path: 'a.md', text }, {}));
}

function named(company: string): EntryValues {
  return { company, logo: '', text: '' };
}

function added(
  text: string,
  company: string,
  order: 'append' | 'prepend' | 'alphabetical',
): string {
  const before = list(text);
  return valueFrom(before.format.add(before, named(company), order)).text;
}

describe('a list whose entries follow one another', () => {
  it.each([
    ['lines', 'Head\n* A\n* C\nTail\n', 'Head\n* A\n* B\n* C\nTail\n'],
    ['blank lines between', 'Head\n\n* A\n\n* C\n\nTail\n', 'Head\n\n* A\n\n* B\n\n* C\n\nTail\n'],
    [
      'the nearest alone parted otherwise',
      '* A1\n\n* A2\n\n* A3\n* A4\n',
      '* A1\n\n* A2\n\n* A3\n* A4\n\n* B\n',
    ],
    ['blanks that nobody sees', '* A\n \n* C\n', '* A\n\n* B\n \n* C\n'],
    ['one entry, and no line end', 'Head\n* A', 'Head\n* A\n* B\n'],
    ['no entry', 'Head\nTail\n', 'Head\n* B\nTail\n'],
  ])('gets one more with what is between two others: %s', (_, text, expected) => {
    expect(added(text, 'B', 'alphabetical')).toBe(expected);
  });

  it('gets one before all others', () => {
    expect(added('Head\n\n* B\n\n* C\nTail\n', 'A', 'prepend')).toBe(
      'Head\n\n* A\n\n* B\n\n* C\nTail\n',
    );
  });

  it.each([
    ['A', 'Head\n\n* B\n\n* C\nTail'],
    ['B', 'Head\n\n* A\n\n* C\nTail'],
    ['C', 'Head\n\n* A\n\n* B\nTail'],
  ])('loses %s with what is between it and the next', (company, expected) => {
    const before = list('Head\n\n* A\n\n* B\n\n* C\nTail');
    const entry = before.entries.find((each) => each.company === company);
    if (entry === undefined) throw new Error('not there');
    const edit = valueFrom(before.format.remove(before, entry, { leaveGap: false }));
    expect(edit.text).toBe(expected);
    expect(edit.place).toEqual(entry.place);
  });

  it('keeps words between two entries when one of them goes', () => {
    const before = list('Head\n* A\nWords\n* B\n');
    const [first] = before.entries;
    if (first === undefined) throw new Error('not there');
    expect(valueFrom(before.format.remove(before, first, { leaveGap: false })).text).toBe(
      'Head\nWords\n* B\n',
    );
  });

  it('shows an entry between those beside it', () => {
    const before = list('Head\n* A\n* B\n* C\n');
    const [first, second] = before.entries;
    if (!first || !second) throw new Error('not there');
    const names = (place: typeof first.place) => {
      const { entries, position } = before.format.around(before, place);
      return [entries.map((entry) => entry?.company), position];
    };
    expect(names(first.place)).toEqual([['A', 'B'], 0]);
    expect(names(second.place)).toEqual([['A', 'B', 'C'], 1]);
  });
});

describe('an entry that does not read back as it was meant', () => {
  const lies: [string, (name: string) => WrittenEntry, string][] = [
    ['another name', (name) => ({ source: `* ${name}!`, seen: [`${name}!`] }), 'name'],
    ['no entry', (name) => ({ source: name, seen: [name] }), 'content'],
    ['two entries', (name) => ({ source: `* ${name}\n* Y`, seen: [name] }), 'entries'],
    ['an entry and words', (name) => ({ source: `* ${name}\nWords`, seen: [name] }), 'content'],
  ];

  it.each(lies)('is refused: %s', (_, write, reason) => {
    const before = list('Head\n* A\n', starFormat(write));
    const unsafe = [{ code: 'page-edit-unsafe', field: 'a.md', values: { reason } }];
    expect(before.format.add(before, named('B'), 'append')).toEqual({
      ok: false,
      problems: unsafe,
    });
    const [entry] = before.entries;
    if (entry === undefined) throw new Error('not there');
    expect(before.format.replace(before, entry, { company: 'B' })).toEqual({
      ok: false,
      problems: unsafe,
    });
  });
});

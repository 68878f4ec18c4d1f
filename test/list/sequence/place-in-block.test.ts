import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/config/configuration.ts';
import { markdownTable } from '../../../src/list/formats/markdown-table/markdown-table.ts';
import { valueFrom, values } from '../formats/edited-lists.ts';

/** The names of a list behind that of a new entry, which comes before them. */
function namesBehind(
  rows: readonly (readonly [string, string])[],
  type: string,
  { name = 'Dovetail', order = 'as-is' as Order } = {},
): readonly string[] {
  const text = `| Name | Type |\n|--|--|\n${rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}`;
  const list = valueFrom(markdownTable.read({ path: 'ADOPTERS.md', text }, {}));
  const company = values(name, { fields: type === '' ? {} : { Type: type } });
  const { list: after, place } = valueFrom(markdownTable.add(list, company, order));
  return after.entries.slice(place.index + 1).map((entry) => entry.company);
}

const users = ['Cedar', 'Elm', 'Fir'].map((name) => [name, 'User'] as const);
const vendors = ['Beech', 'Anvil'].map((name) => [name, 'Vendor'] as const);
const partners = [['Aspen', 'Partner']] as const;
const rows = [...users, ...vendors, ...partners];

describe('a list that is arranged by a field', () => {
  it('gets a new entry among those with the same value, in their order', () => {
    expect(namesBehind(rows, 'User')).toEqual(['Elm', 'Fir', 'Beech', 'Anvil', 'Aspen']);
    expect(namesBehind(rows, 'vendor')).toEqual(['Aspen']);
    expect(namesBehind(rows, 'Partner')).toEqual([]);
  });

  it('gets others at its end: with another value or none, or if the configuration says so', () => {
    expect(namesBehind(rows, 'Press')).toEqual([]);
    expect(namesBehind(rows, '')).toEqual([]);
    expect(namesBehind(rows, 'User', { order: 'append' })).toEqual([]);
    expect(namesBehind(rows, 'User', { order: 'prepend' })).toHaveLength(rows.length);
  });

  it.each([
    ['a value comes back', [...rows, ['Ash', 'User'] as const]],
    ['an entry has none', [...rows, ['Ash', ''] as const]],
    [
      'most values are of one entry',
      [...users, vendors[1], ...partners, ['Ash', 'Press'] as const],
    ],
    ['two short blocks may be there by chance', [...users, ...vendors]],
  ])('is none if %s', (_, all) => {
    const given = all.flatMap((row) => (row === undefined ? [] : [row]));
    expect(namesBehind(given, 'User')).toEqual([]);
  });

  it('is none if it is sorted by names, or if only marks tell', () => {
    const sorted = ['Anvil', 'Beech', 'Cedar', 'Elm', 'Fir', 'Oak', 'Pine'];
    const types = ['x', 'x', 'x', 'y', 'y', 'z', 'z'];
    const all = sorted.map((name, index) => [name, types[index] ?? ''] as const);
    expect(namesBehind(all, 'z')).toEqual(['Elm', 'Fir', 'Oak', 'Pine']);
    const marks = ['Elm', 'Fir', 'Oak', 'Pine', 'Anvil', 'Beech', 'Birch', 'Cedar'];
    const marked = marks.map((name, index) => [name, String(index < 4)] as const);
    expect(namesBehind(marked, 'true')).toEqual([]);
    const named = marks.map((name, index) => [name, index < 4 ? 'x' : 'y'] as const);
    expect(namesBehind(named, 'x')).toEqual([
      'Elm',
      'Fir',
      'Oak',
      'Pine',
      'Anvil',
      'Beech',
      'Birch',
      'Cedar',
    ]);
  });
});

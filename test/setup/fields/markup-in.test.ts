import { describe, expect, it } from 'vitest';
import { jsonArray } from '../../../src/list/formats/json-array/json-array.ts';
import { markdownTable } from '../../../src/list/formats/markdown-table/markdown-table.ts';
import type { ListFormat } from '../../../src/list/list.ts';
import { markupIn } from '../../../src/setup/fields/markup-in.ts';
import { valueFrom } from '../../list/formats/edited-lists.ts';

function found(format: ListFormat, path: string, text: string) {
  return markupIn(valueFrom(format.read({ path, text }, {})));
}

describe('the markup in the values of a list', () => {
  it('tells fields of pictures from fields that hold anything else as often', () => {
    const rows = [
      '![yes](a.svg) | ![b](b.svg)',
      '![yes](a.svg) | none',
      '<img src="a.svg"> | ours',
    ];
    const text = `| Name | Uses | State |\n|---|---|---|\n${rows.map((row, at) => `| C${at} | ${row} |\n`).join('')}`;
    expect(found(markdownTable, 'ADOPTERS.md', text).pictured).toEqual(new Set(['Uses']));
  });

  it('is found in linear time, also among tags that never end and many pictures', () => {
    const tags = JSON.stringify([{ name: 'Anvil', about: '<img '.repeat(150_000) }]);
    const row = { name: 'Anvil', badge: '![](a)' };
    const pictures = JSON.stringify(Array.from({ length: 20_000 }, () => row));
    const start = performance.now();
    for (const text of [tags, pictures]) found(jsonArray, 'users.json', text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

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

  const tableOf = (...links: readonly string[]) =>
    `| Name | Link |\n|---|---|\n${links.map((link, at) => `| C${at} | ${link} |\n`).join('')}`;
  const [own, fixed] = [
    (at: number) => `[C${at}](https://c${at}.example)`,
    (at: number) => `[Homepage](https://c${at}.example)`,
  ];

  it.each([
    ['by the name or by a word', tableOf(own(0), fixed(1), own(2), fixed(3)), ['Link']],
    ['by words of their own', tableOf('[Our blog](https://x.example)', fixed(1), own(2)), ['Link']],
    [
      'by the address',
      tableOf(
        '[a.example](https://a.example)',
        '[b.example](https://b.example/)',
        '[c.example](https://www.c.example)',
      ),
      [],
    ],
    ['by the name', tableOf(own(0), own(1), own(2), own(3)), []],
    ['by a word', tableOf(fixed(0), fixed(1), fixed(2), fixed(3)), []],
    ['by a word of its own once', tableOf(fixed(0), fixed(1), '[Blog](https://x.example)'), []],
    [
      'by the name in one of many entries',
      tableOf(...[0, 1, 2, 3, 4, 5, 6, 7, 8].map(fixed), own(9), own(10)),
      [],
    ],
  ])('knows fields whose links are called in several ways, each %s', (_, text, varied) => {
    expect(found(markdownTable, 'ADOPTERS.md', text).varied).toEqual(new Set(varied));
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

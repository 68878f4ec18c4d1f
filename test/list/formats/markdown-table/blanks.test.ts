import { expect, it } from 'vitest';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { entryIn, valueFrom, values } from '../edited-lists.ts';
import { read } from './tables.ts';

it('adds and changes rows in linear time beside long runs of blanks', () => {
  const head = '| Name | Text |\n|---|---|\n';
  const blanks = ' '.repeat(50_000);
  const text = `${head}| Anvil | Forges${blanks}iron |\n\n${`${blanks}\n`.repeat(2)}\nThe end.\n`;
  const lines = values('Birch', { text: 'Trees\nand wood' });
  const start = performance.now();
  const list = read(text);
  const added = valueFrom(markdownTable.add(list, lines, 'as-is'));
  const changed = valueFrom(markdownTable.replace(list, entryIn(list, 'Anvil'), { text: 'Steel' }));
  expect(performance.now() - start).toBeLessThan(5000);
  expect(added.text.includes('| Birch | Trees<br>and wood |\n')).toBe(true);
  expect(changed.text.includes('| Anvil | Steel |\n')).toBe(true);
});

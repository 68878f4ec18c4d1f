import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadFormat } from '../../src/list/list.ts';

const groups = 60;
const each = (write: (group: number) => string) =>
  Array.from({ length: groups }, (_, group) => write(group)).join('');

afterEach(() => vi.restoreAllMocks());

describe('a file with many lists', () => {
  it('is read by the second reader once, and not for each list', async () => {
    const record = (group: number) => `{"name": "Company ${group}", "url": "https://a.example"}`;
    const text = `{${each((group) => `${group ? ',' : ''}"g${group}": [${record(group)}]`)}}`;
    const format = await loadFormat('json-array');
    const parse = vi.spyOn(JSON, 'parse');
    expect(format.find({ path: 'data/adopters.json', text }).lists.length).toBeGreaterThan(40);
    expect(parse).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['markdown-table', '| Organization | Use |\n|--|--|\n| Company | Reports |'],
    ['markdown-list', '- [Company](https://a.example) - Reports'],
  ] as const)('is not compared as a whole before something changes: %s', async (id, list) => {
    const text = each((group) => `## G${group}\n\n${list}\n\n`);
    const format = await loadFormat(id);
    const stringify = vi.spyOn(JSON, 'stringify');
    expect(format.find({ path: 'ADOPTERS.md', text }).lists).toHaveLength(groups);
    const longest = Math.max(0, ...stringify.mock.results.map(({ value }) => String(value).length));
    expect(longest).toBeLessThan(text.length / 4);
  });
});

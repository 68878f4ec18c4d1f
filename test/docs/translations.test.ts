import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeIn, root, textOf } from './document.ts';

const pages = readdirSync(join(root, 'docs/zh')).filter((name) => name !== 'index.md');

/** What a translation keeps: levels of headings, fences with their languages, items, and the code that a table's rows begin with. */
function shapeOf(text: string): string[] {
  let isCode = false;
  return text.split('\n').flatMap((line) => {
    const [, fence, heading, item, row] =
      /^(```\w*)|^(#+) |^(-|\d+\.) |^(\|.*\|)$/.exec(line) ?? [];
    if (fence !== undefined) isCode = !isCode;
    if (fence !== undefined) return [fence];
    if (isCode) return [];
    if (row !== undefined) return [`| ${codeIn(row.split(/(?<!\\)\|/)[1]).join(' ')}`];
    return [heading ?? item ?? []].flat();
  });
}

describe.each(pages)('docs/zh/%s', (name) => {
  it('has the headings, lists, examples and rows of the English page', () => {
    expect(shapeOf(textOf(`docs/zh/${name}`))).toEqual(shapeOf(textOf(`docs/${name}`)));
  });
});

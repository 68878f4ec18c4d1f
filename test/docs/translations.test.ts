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

/** For those who run a server or compare Powered By with others: in English only. Everything that companies and maintainers need is in both. */
const englishOnly = [
  'command-line',
  'comparison',
  'first-hour',
  'how-it-works',
  'limits',
  'logos',
  'operate',
  'privacy',
  'security',
];

describe('the pages of the documentation', () => {
  it('are in Chinese, too, but for those that are named here', () => {
    const english = readdirSync(join(root, 'docs')).filter(
      (name) => name.endsWith('.md') && name !== 'index.md',
    );
    const missing = english.filter((name) => !pages.includes(name));
    expect(missing).toEqual(englishOnly.map((name) => `${name}.md`));
  });
});

describe.each(pages)('docs/zh/%s', (name) => {
  it('has the headings, lists, examples and rows of the English page', () => {
    expect(shapeOf(textOf(`docs/zh/${name}`))).toEqual(shapeOf(textOf(`docs/${name}`)));
  });
});

import { describe, expect, it } from 'vitest';
import { readStyleSheet } from '../../../../src/logo/svg/styles/read-rules.ts';

function selectorsOf(css: string): string[] {
  return readStyleSheet(css).rules.map(({ selector }) => selector);
}

describe('the rules of a style sheet', () => {
  it.each([
    ['@supports (fill: red) { rect { fill: red } }', ['rect'], []],
    ['@supports not (fill: red) { rect { fill: red } }', [], ['@supports not (fill: red)']],
    ['@scope { rect { fill: red } }', ['rect'], []],
    ['@scope (.q) { rect { fill: red } }', [], ['@scope (.q)']],
    ['@layer x { #r { fill: blue } } rect { fill: red }', ['#r', 'rect'], ['@layer x']],
    ['@container (width > 1px) { rect { fill: red } }', [], ['@container (width > 1px)']],
  ])('%s: %j count, %j may look different', (css, selectors, doubtful) => {
    expect(selectorsOf(css)).toEqual(selectors);
    expect(readStyleSheet(css).doubtful).toEqual(doubtful);
  });

  it.each(['@media all', '@supports (fill: red)', 'g', '@media screen { g '])(
    'are read to a depth where %s is nested without end',
    (nested) => {
      const css = `${`${nested}{`.repeat(10_000)}rect{fill:red}`;
      const { rules, doubtful } = readStyleSheet(css);
      expect(rules).toEqual([]);
      expect(doubtful.length).toBeGreaterThan(0);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { encodeCell, encodeCellLabel } from '../../../../src/list/text/encode/encode-cell.ts';
import { ordinaryTexts } from '../ordinary-texts.ts';

describe('a text for a cell of a Markdown table', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['{x}', '&lcub;x&#125;'],
    ['a < b', 'a &lt; b'],
    ['<b>', '&lt;b>'],
    ['[1]', '&lsqb;1&rsqb;'],
    ['*x*', '&ast;x&ast;'],
    ['- x', '&#45; x'],
    ['US$ 5', 'US$ 5'],
    ['www. is old', 'www&period; is old'],
    ['$x$', '&#36;x&#36;'],
    ['a\nb', 'a b'],
    [' a ', 'a'],
    ['', ''],
  ])('%j is written as %j', (text, source) => {
    expect(encodeCell(text)).toBe(source);
  });

  it('stays as it is where it is ordinary prose', () => {
    const prose = ordinaryTexts.filter((text) => !/[[\]{}<|]|\$.*\$|www\./.test(text));
    expect(prose.length).toBeGreaterThan(10);
    for (const text of prose) expect(encodeCell(text)).toBe(text);
  });

  it('ends no link', () => {
    expect(encodeCellLabel('a](b) | c')).toBe('a&rsqb;(b) \\| c');
  });
});

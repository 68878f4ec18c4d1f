import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeReferencesInCss,
  externalReferencesInCss,
  isElsewhere,
} from '../../../src/logo/svg/references.ts';

describe('a reference in an SVG', () => {
  it.each([
    'https://parcel.example/logo.png',
    '//parcel.example/logo.png',
    'logo.svg#mark',
    'file:///etc/passwd',
    'C:\\logo.png',
  ])('leads elsewhere: %j', (reference) => {
    expect(isElsewhere(reference)).toBe(true);
  });

  it.each(['mark', 'data:image/svg+xml,<svg/>', 'DATA:text/html,<p>', 'javascript:alert(1)'])(
    'leads nowhere: %j',
    (reference) => {
      expect(isElsewhere(reference)).toBe(false);
    },
  );

  it.each([
    ['url(#%E6%B8%90)', 'url("#渐")'],
    ["url('#a%20b')", 'url("#a b")'],
    ['url(#50%)', 'url(#50%)'],
    ['url(#a%20c)', 'url(#a%20c)'],
    ['url(#%22)', 'url(#%22)'],
  ])('names its element as the element is named: %s', (css, decoded) => {
    expect(decodeReferencesInCss(css, new Set(['a%20c']))).toBe(decoded);
  });
});

describe('the style of an SVG', () => {
  it.each([
    '.a { fill: url(#g); filter: url("#f") }',
    "fill:url( '#g' )",
    '/* url(https://parcel.example) */ .a { fill: red }',
    'matrix(1 0 0 1 0 0)',
  ])('loads nothing: %j', (css) => {
    expect(externalReferencesInCss(css)).toEqual([]);
  });

  it.each([
    ['.a{fill:url(https://x.example/a)}', 'https://x.example/a'],
    ['.a{fill:URL( "a.svg#b" )}', 'a.svg#b'],
    ['.a{fill:u\\72l(//x.example)}', '//x.example'],
    ['.a{fill:url/**/(#a);fill:\\000075rl(a.png)}', 'a.png'],
    ['@import "a.css"; .a{}', '@import "a.css"'],
    ['@\\69mport "a.css"', '@import "a.css"'],
    ['.a{fill:url(a.png', 'a.png'],
    ['a{content:"/*"} @import "b.css"; b{content:"*/"}', '@import "b.css"'],
    ['.a{fill:url(/**/#x)', '/**/#x'],
  ])('loads from outside: %j', (css, what) => {
    expect(externalReferencesInCss(css)).toEqual([what]);
  });

  it('finds an address in any style around it', () => {
    const around = fc.string().filter((text) => !/[\\/*]/.test(text));
    fc.assert(
      fc.property(around, around, (before, after) => {
        const found = externalReferencesInCss(`${before};url("https://x.example/a");${after}`);
        expect(found).toContain('https://x.example/a');
      }),
    );
  });
});

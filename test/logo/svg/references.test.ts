import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalReferencesInCss, isInternal } from '../../../src/logo/svg/references.ts';

describe('a reference in an SVG', () => {
  it.each(['#gradient', ' #a ', '', 'data:image/png;base64,AAAA', 'data:image/jpeg;base64,AAAA'])(
    'stays inside: %j',
    (reference) => {
      expect(isInternal(reference)).toBe(true);
    },
  );

  it.each([
    'https://parcel.example/logo.png',
    '//parcel.example/logo.png',
    'logo.svg#mark',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'data:text/html,<p>',
    'DATA:image/svg+xml;base64,AAAA',
  ])('leads outside: %j', (reference) => {
    expect(isInternal(reference)).toBe(false);
  });
});

describe('the style of an SVG', () => {
  it.each([
    '.a { fill: url(#g); filter: url("#f") }',
    "fill:url( '#g' )",
    '@font-face { src: url(data:font/woff2;base64,AAAA) }',
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

import { describe, expect, it } from 'vitest';
import { splitDeclarations } from '../../../../src/logo/svg/styles/split-declarations.ts';

describe('the declarations of a style attribute', () => {
  it.each([
    ['fill:red', ['fill:red']],
    ['fill:red;stroke:blue;', ['fill:red', 'stroke:blue', '']],
    ['fill:url(data:a;b,c);stroke:none', ['fill:url(data:a;b,c)', 'stroke:none']],
    ['fill:a(b(c;d);e);f:g', ['fill:a(b(c;d);e)', 'f:g']],
    ['a:b);c:d', ['a:b)', 'c:d']],
    ['', ['']],
  ])('of %j are %j', (style, declarations) => {
    expect(splitDeclarations(style)).toEqual(declarations);
  });
});

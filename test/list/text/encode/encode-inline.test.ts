import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { encodeInline } from '../../../../src/list/text/encode/encode-inline.ts';
import { arbitraryMarkup, arbitraryString } from '../generated-texts.ts';

const markdown = markdownIt({ html: true });

function render(typed: string): string {
  const table = `| a |\n|---|\n| ${encodeInline(typed)} |\n`;
  return /<td>([\s\S]*)<\/td>/.exec(markdown.render(table))?.[1] ?? '';
}

describe('a text with markup for a cell of a Markdown table', () => {
  it.each([
    ['a link', 'see [our *story*, no: our story](https://a.example/x)', 'see &lsqb;our &ast;story'],
    [
      'a plain link',
      'see [our story](https://a.example/x).',
      'see [our story](https://a.example/x).',
    ],
    ['a bare address', 'see https://a.example/x_y.', 'see https://a.example/x_y.'],
    ['an address in angle brackets', 'see <https://a.example/x>.', 'see https://a.example/x.'],
    [
      'such an address beside words',
      'x<https://a.example>y',
      'x[https://a.example](https://a.example)y',
    ],
    ['emphasis', 'a *b* **c** _d_ __e__', 'a *b* **c** _d_ __e__'],
    ['code', 'run `a | b {c}`', 'run `a \\| b {c}`'],
    [
      'code in a link',
      'the [`a b` tool](https://a.example)',
      'the [`a b` tool](https://a.example)',
    ],
    [
      'an address as the text of a link',
      '[https://a.example/x](https://a.example/x) [www.a.example](https://a.example)',
      '[https://a.example/x](https://a.example/x) [www.a.example](https://a.example)',
    ],
    ['prose', 'A & B, 5 % of 3', 'A & B, 5 % of 3'],
  ])('lets %s through as far as it is safe', (_, typed, source) => {
    expect(encodeInline(typed)).toContain(source);
  });

  it.each([
    ['another scheme', '[x](javascript:alert(1))', '&lsqb;x&rsqb;(javascript'],
    ['plain http', '[x](http://a.example)', '&lsqb;x&rsqb;(http'],
    ['plain http in angle brackets', '<http://a.example>', '&lt;http&colon;'],
    ['a script in angle brackets', '<javascript:alert(1)>', '&lt;javascript'],
    ['a mail address in angle brackets', '<mail@a.example>', '&lt;mail&commat;'],
    ['a picture', '![x](https://a.example/x.png)', '!&lsqb;x'],
    ['HTML', '<b>x</b>', '&lt;b>x&lt;/b>'],
    ['a program of MDX', '{process.exit()}', '&lcub;process'],
    ['a heading', '# x', '&num; x'],
  ])('shows %s as it was typed', (_, typed, source) => {
    expect(encodeInline(typed)).toContain(source);
  });

  it.each([
    ['in prose', 'fast &mdash; “and” small &mdash; é', 'fast &mdash; “and” small &mdash; é'],
    ['beside code', '`—` &mdash; x', '`—` &mdash; x'],
    ['in code, where it is none', '`&mdash;` &mdash;', '`&mdash;` —'],
    [
      'in an address',
      '[x](https://a.example/&eacute;) &eacute;',
      '[x](https://a.example/%C3%A9) é',
    ],
    [
      'by number',
      '&#8212; `—` [x](https://a.example/&mdash;)',
      '— `—` [x](https://a.example/%E2%80%94)',
    ],
    ['behind a backslash, which would take its beginning away', '\\\\&mdash;', '\\—'],
    ['beside marks that would emphasize then', '&eacute;\\_x\\_&eacute;', 'é_x_é'],
    ['of what could act', '&lt;b&gt; &lcub;x&rcub;', '&lt;b> &lcub;x&#125;'],
  ])('keeps a reference to a character that never acts, and no other: %s', (_, typed, source) => {
    expect(encodeInline(typed)).toBe(source);
  });

  it.each([
    ['a line end', '**a**&NewLine;&#10;b&#13;', '**a**  b'],
    ['what no text needs', 'a&#8238;b&rlm;c&shy;d&#xE000;e&#xE001;f', 'abcdef'],
  ])('writes nothing that stands for %s', (_, typed, source) => {
    expect(encodeInline(typed)).toBe(source);
  });

  it.each([
    ['a wave', 'https://a.example/x~', '[https://a.example/x](https://a.example/x)&#126;'],
    [
      'a reference',
      'https://a.example/x&ndash;',
      '[https://a.example/x](https://a.example/x)&ndash;',
    ],
    [
      'an exclamation mark before',
      '!https://a.example/x|',
      '&#33;[https://a.example/x](https://a.example/x)\\|',
    ],
    ['a comma', 'https://a.example/x, b', 'https://a.example/x, b'],
  ])('keeps an address apart from %s', (_, typed, source) => {
    expect(encodeInline(typed)).toBe(source);
  });

  it('lets links to http through where that is allowed, and no other scheme', () => {
    const typed = '[x](http://a.example) http://b.example [y](ftp://c.example)';
    expect(encodeInline(typed, true)).toBe(
      '[x](http://a.example) http://b.example &lsqb;y&rsqb;(ftp&colon;//c.example)',
    );
  });

  it.each([
    ['texts', arbitraryString],
    ['markup', arbitraryMarkup],
  ])('lets nothing but links to https, emphasis and code arise of any %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (typed) => {
        const html = render(typed);
        const tags = html.match(/<[^>]*>/g) ?? [];
        const others = tags.filter(
          (tag) => !/^<\/?(?:a|em|strong|code)>$|^<a href="https:\/\/[^"<>{}]*">$/i.test(tag),
        );
        expect(others).toEqual([]);
        // Outside code, nothing that MDX would run is left.
        const source = encodeInline(typed).replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
        expect(source).not.toMatch(/[{}<]/);
      }),
    );
  });
});

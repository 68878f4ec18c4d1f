import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/list/text/encode/decode-text.ts';
import { encodeText } from '../../../../src/list/text/encode/encode-text.ts';
import { separator } from '../../../../src/list/text/encode/separator.ts';
import { isPlain } from '../../../support/is-plain.ts';
import { arbitraryString, arbitraryText } from '../generated-texts.ts';
import { ordinaryTexts } from '../ordinary-texts.ts';

describe('Encoding a text', () => {
  it.each(ordinaryTexts)('leaves ordinary prose as it is: %s', (text) => {
    expect(encodeText(text)).toBe(text);
  });

  it.each([
    ['<b>Acme</b>', '&lt;b>Acme&lt;/b>'],
    ['see {{< ref >}}', `see {${separator}{&lt; ref >}}`],
    ['see {{% ref %}}', `see {${separator}{&percnt; ref %}}`],
    ['We love {{', `We love {${separator}{`],
    ['{{{ x }}}', `&lcub;${separator}{${separator}{ x }}}`],
    ['[Acme](https://acme.example)', '[Acme&rsqb;(https&colon;//acme.example)'],
    ['see www.acme.example', 'see www&period;acme.example'],
    ['mail x@acme.example', 'mail x&commat;acme.example'],
    ['**fast** and _slow_', '&ast;&ast;fast&ast;&ast; and &lowbar;slow&lowbar;'],
    ['~~gone~~', '&#126;&#126;gone&#126;&#126;'],
    ['`code`', '&grave;code&grave;'],
    ['R&D &copy; &copy &#60;', 'R&D &amp;copy; &amp;copy &amp;#60;'],
    ['C:\\Users \\*', 'C:\\Users &bsol;&ast;'],
    ['# Acme # 1', '&num; Acme # 1'],
    ['1. Acme 2. Beta', '1&period; Acme 2. Beta'],
    ['- Acme - Beta', '&#45; Acme - Beta'],
    ['> Acme > Beta', '&gt; Acme > Beta'],
    ['[x]: y', '&lsqb;x]: y'],
    ['so :smile: 10:30:15', 'so &colon;smile: 10:30:15'],
    [':100: :8ball: at 10:30:15', '&colon;100: &colon;8ball: at 10:30:15'],
    ['{.wide}', '&lcub;.wide}'],
    ['{.note} We {run} it', '&lcub;.note} We {run} it'],
    ['HAHAHUGOSHORTCODE', `HAHAHUGO${separator}SHORTCODE`],
    ['HUGOMORE42', `HUGOMORE${separator}42`],
    ['__hdeferred/x', `&lowbar;&lowbar;hd${separator}eferred/x`],
    ['__h_pp_l1', `&lowbar;&lowbar;h_p${separator}p_l1`],
    ['src=/a src=a', `src=${separator}/a src=a`],
    ['from $5: $$x$$', `from $5: $${separator}$x$${separator}$`],
    ['\\(x\\)', `&bsol;${separator}(x&bsol;)`],
    ['\\begin{x} in C:\\begin', `&bsol;${separator}begin{x} in C:\\begin`],
    ['==a== or a == b', '&equals;&equals;a== or a == b'],
    ['++a++ or C++', '&plus;&plus;a++ or C++'],
    ['C++17 and C++20', 'C&plus;&plus;17 and C++20'],
    ['x^2^ or 2^10', 'x&Hat;2&Hat; or 2^10'],
  ])('writes as a reference only what would act: %s', (text, source) => {
    expect(encodeText(text)).toBe(source);
  });

  it('keeps the blanks at both ends, which Markdown would take away', () => {
    expect(encodeText('  Acme  ')).toBe('&#32; Acme &#32;');
  });

  it('makes one well-formed line of anything', () => {
    fc.assert(
      fc.property(arbitraryString, (text) => {
        const source = encodeText(text);
        expect(source).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(source.isWellFormed()).toBe(true);
      }),
    );
  });

  it('gives a source that is plain, and shows the text again when it is decoded', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(decodeText(encodeText(text))).toBe(text);
        expect(isPlain(encodeText(text))).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decodeAttribute } from '../../../../src/list/text/encode/decode-attribute.ts';
import { decodeText } from '../../../../src/list/text/encode/decode-text.ts';
import { separator } from '../../../../src/list/text/encode/separator.ts';
import { ordinaryTexts } from '../ordinary-texts.ts';

describe('Decoding a text', () => {
  it.each(ordinaryTexts)('leaves ordinary prose as it is: %s', (text) => {
    expect(decodeText(text)).toBe(text);
  });

  it.each([
    ['AT&amp;T &lt;b&gt; &quot;x&quot; O&apos;Reilly', 'AT&T <b> "x" O\'Reilly'],
    ['&eacute;&Uuml;&nbsp;&copy;&hellip;&euro;', 'éÜ\u00A0©…€'],
    ['&#60;&#x3C;&#X3c;&#128512;', '<<<😀'],
    ['&#0;&#xD800;&#1114112;', '\uFFFD\uFFFD\uFFFD'],
    ['\\*x\\* C:\\Users \\\\', '*x* C:\\Users \\'],
    ['&amp;lt; \\&lt;', '&lt; &lt;'],
    ['&unknown; & &; &# &amp', '&unknown; & &; &# &amp'],
    [`{${separator}{ $${separator}$`, '{{ $$'],
  ])('resolves references and escapes once: %s', (source, text) => {
    expect(decodeText(source)).toBe(text);
  });
});

describe('Decoding an attribute', () => {
  it('takes the oldest names and numbers without a semicolon, as browsers do', () => {
    expect(decodeAttribute('&copy &copy=1 &copycat &#106avascript &#x6A;ava')).toBe(
      '© &copy=1 &copycat javascript java',
    );
  });

  it('leaves a backslash as it is', () => {
    expect(decodeAttribute('AC\\*DC')).toBe('AC\\*DC');
  });
});

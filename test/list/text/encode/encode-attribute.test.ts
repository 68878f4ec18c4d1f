import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAttribute } from '../../../../src/list/text/encode/decode-attribute.ts';
import { decodeText } from '../../../../src/list/text/encode/decode-text.ts';
import { encodeAttribute } from '../../../../src/list/text/encode/encode-attribute.ts';
import { arbitraryText } from '../generated-texts.ts';

describe('Encoding an attribute', () => {
  it.each(['AT&T', 'Procter & Gamble', 'Capital One', 'Telefónica', '*Acme*', 'a_b', '滴滴', 'C#'])(
    'leaves an ordinary name as it is: %s',
    (name) => {
      expect(encodeAttribute(name)).toBe(name);
    },
  );

  it('lets a name break out of quotes of neither kind', () => {
    expect(encodeAttribute('O\'Reilly" onerror=x>')).toBe('O&apos;Reilly&quot; onerror=x&gt;');
  });

  it('writes what a browser would take for a reference', () => {
    expect(encodeAttribute('&lt; &copy &#60 R&D;')).toBe('&amp;lt; &amp;copy &amp;#60 R&D;');
  });

  it('writes what Hugo would replace', () => {
    expect(encodeAttribute('HUGOMORE42 :smile: src=/a')).toBe(
      'HUGOMORE&#52;2 &colon;smile: src=&sol;a',
    );
  });

  it('is read again by a browser, and by the reader of texts', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const source = encodeAttribute(text);
        expect(source).not.toMatch(/["'<>]|HAHAHUGOSHORTCODE|\{\{%/);
        expect(decodeAttribute(source)).toBe(text);
        expect(decodeText(source)).toBe(text);
      }),
    );
  });
});

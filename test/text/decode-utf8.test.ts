import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../src/text/decode-utf8.ts';

describe('the text of bytes', () => {
  it('can be written back byte for byte, with its byte-order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, hasMark) => {
        const bytes = Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`);
        expect(Buffer.from(decodeUtf8(bytes) ?? '?')).toStrictEqual(bytes);
      }),
    );
  });

  it('is none where they are not UTF-8', () => {
    expect(decodeUtf8(Buffer.from([0x63, 0xe9]))).toBeUndefined();
  });

  it('leaves out a character that a limit has cut', () => {
    expect(decodeUtf8(Buffer.from('né').subarray(0, 2), true)).toBe('n');
    expect(decodeUtf8(Buffer.from('né').subarray(0, 2))).toBeUndefined();
  });
});

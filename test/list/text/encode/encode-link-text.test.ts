import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/list/text/encode/decode-text.ts';
import { encodeLinkText } from '../../../../src/list/text/encode/encode-link-text.ts';
import { arbitraryText } from '../generated-texts.ts';

describe("Encoding a link's text", () => {
  it.each([
    "Read about Acme's platform",
    '1. Read more',
    '# Read more',
    '- 了解更多（演讲）',
    '"Streaming" at Acme: R&D, part (2) – now!',
  ])('leaves ordinary prose as it is, wherever it begins: %s', (text) => {
    expect(encodeLinkText(text)).toBe(text);
  });

  it('lets no bracket end or open anything', () => {
    expect(encodeLinkText('[x](y) ![z] ]')).toBe('&lsqb;x&rsqb;(y) !&lsqb;z&rsqb; &rsqb;');
  });

  it('is shown again when it is decoded', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(encodeLinkText(text)).not.toMatch(/[[\]]/);
        expect(decodeText(encodeLinkText(text))).toBe(text);
      }),
    );
  });
});

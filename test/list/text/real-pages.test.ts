import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findActiveMarkup } from '../../../src/list/text/active/find-active-markup.ts';
import { decodeText } from '../../../src/list/text/decode-text.ts';
import { encodeLinkDestination } from '../../../src/list/text/encode-link-destination.ts';
import { encodeLinkText } from '../../../src/list/text/encode-link-text.ts';
import { encodeText } from '../../../src/list/text/encode-text.ts';
import { isPlain } from '../../support/is-plain.ts';

const folder = new URL('../../../../shared/data/flink/', import.meta.url);
const textCell = /column\d: ?"([^<"]+?)(?:\s*<br \/>\s*<br \/>\s*\[([^\]]+)\]\(([^)]+)\))?"/g;

describe.skipIf(!existsSync(folder))('The texts of a real page', () => {
  it.each(['en', 'zh'])(
    'stay byte for byte when they are read and written again (%s)',
    (locale) => {
      const page = readFileSync(new URL(`powered-by.${locale}.md`, folder), 'utf8');
      const cells = [...page.matchAll(textCell)];
      expect(cells).toHaveLength(33);
      for (const [cell, description = '', linkText = '', link = 'https://x.example/'] of cells) {
        expect(isPlain(description) && isPlain(linkText)).toBe(true);
        expect(encodeText(decodeText(description))).toBe(description);
        expect(encodeLinkText(decodeText(linkText))).toBe(linkText);
        expect(encodeLinkDestination(new URL(link).href)).toBe(link);
        expect(findActiveMarkup(cell, 'markdown')).toEqual([]);
      }
    },
  );
});

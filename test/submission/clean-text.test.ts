import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLines, cleanText } from '../../src/submission/clean-text.ts';

describe('cleanText leaves as it is', () => {
  it.each([
    ['ordinary prose', 'O’Reilly & Sons – “the best” (since 1999), 5 * 3 < 20.'],
    ['Chinese', '阿里巴巴，全球最大的零售商。'],
    ['a Persian word with its non-joiner', 'می\u200Cخواهم'],
    ['a Sinhala cluster with its joiner', 'ශ්\u200Dරී'],
    ['a Malayalam letter that a joiner ends', 'അവന്\u200D'],
    ['a family of emoji', '👩\u200D👩\u200D👧'],
    ['a person with skin tone and profession', '👩🏽\u200D💻'],
    ['the rainbow flag', '🏳\uFE0F\u200D🌈'],
    ['a keycap', '1\uFE0F\u20E3'],
    ['an ideographic variant', '辻\u{E0100}'],
    ['a Mongolian vowel separator', 'ᠨᠠᠷᠠ\u180Eᠠ'],
  ])('%s', (_what, text) => {
    expect(cleanText(text)).toBe(text);
  });
});

describe('cleanText takes out', () => {
  it.each([
    ['control characters', 'Ac\u0000me\u0007\u009f', 'Acme'],
    ['bidirectional overrides and isolates', '\u202Eemca\u202C \u2066x\u2069\u200F', 'emca x'],
    ['private characters', 'Acme \uF8FF\u{10FFFD}', 'Acme'],
    ['noncharacters', 'Ac\uFFFEme\u{1FFFF}\uFDD0', 'Acme'],
    ['lone surrogates', '\uD83DAcme\uDE00', 'Acme'],
    ['a byte-order mark inside the text', '\uFEFFAc\uFEFFme', 'Acme'],
    ['zero-width spaces and word joiners', 'Ac\u200Bme\u2060', 'Acme'],
    ['soft hyphens', 'lo\u00ADgis\u00ADtics', 'logistics'],
    ['Hangul fillers, which look like blanks', '\u3164Acme\u115F\uFFA0', 'Acme'],
    ['a message hidden in tags', 'Acme\u{E0049}\u{E0067}', 'Acme'],
    ['bytes hidden in variation selectors', 'A\u{E0101}c\uFE01\uFE02me', 'Acme'],
    ['a joiner between Latin letters', 'Ac\u200Dme\u200C', 'Acme'],
    ['more joiners than one', 'می\u200C\u200C\u200Cخواهم', 'می\u200Cخواهم'],
    ['a joiner at the beginning', '\u200Dخ', 'خ'],
    ['annotations and object marks', 'a\uFFF9b\uFFFCc', 'abc'],
  ])('%s', (_what, typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
  });
});

describe('cleanText', () => {
  it('puts every kind of line break and blank on one line, one blank each', () => {
    const typed = ' a\r\nb\u2028c\u2029d\u0085e\u00A0f\u3000g\t\u000B h\u200B \u200Bi ';
    expect(cleanText(typed)).toBe('a b c d e f g h i');
  });

  it('composes letters and their accents', () => {
    expect(cleanText('Socie\u0301te\u0301')).toBe('Société');
  });

  it('gives nothing where nothing can be seen', () => {
    expect(cleanText('\u200B\u2060 \u202E\n')).toBe('');
  });

  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...['a', 'é', 'e\u0301', '\u0301', ' ', '\n', '\u00A0', '\u200B', '\u200C', '\u200D'],
        ...['\uFE0F', '\uFE00', '\u{E0100}', '👩', '🏽', '©', '❤', 'ب', 'ක', '්', 'ᠠ', '\u180B'],
        ...[
          '漢',
          '豈',
          '\u034F',
          '\u0327',
          '\uD83D',
          '\uDE00',
          '\u1160',
          '\u{E0041}',
          '=',
          '\u0338',
        ],
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 30,
  });

  it.each([
    ['marks that a removed character separated', '\u0301\u{E0041}\u0DCA\u200C'],
    ['the same a thousand times in a row', `\u0301\u{E0041}${'\u0DCA\u200C'.repeat(1000)}`],
  ])('changes nothing the second time in %s', (_, typed) => {
    const clean = cleanText(typed);
    expect(cleanText(clean)).toBe(clean);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const clean = cleanText(typed);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });

  it('always gives one well-formed, composed, trimmed line', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const clean = cleanText(typed);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean.trim()).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\p{Co}\p{Bidi_Control}\p{Zl}\p{Zp}\uFEFF\u200B]| {2}/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('cleanLines', () => {
  it('keeps line breaks and blank lines, however they were typed', () => {
    const typed = ' a  b \r\n c\u200B\rd <br> e<BR/>f<br />\n\n\n \ng\u2028h\n';
    expect(cleanLines(typed)).toBe('a b\nc\nd\ne\nf\n\ng\nh');
  });

  it('finds a line break that an invisible character was in', () => {
    expect(cleanLines('a<b\u200Br>b')).toBe('a\nb');
  });

  it('changes a clean text no more, and leaves no blanks around lines', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\n', '\r', '<br>', '\u200D', 'خ', ' '),
        fc.string({ unit: 'binary' }),
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (typed) => {
        const clean = cleanLines(typed);
        expect(cleanLines(clean)).toBe(clean);
        expect(clean).not.toMatch(/\n{3}|^\s|\s$|[^\S\n]\n|\n[^\S\n]/);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakReferences, defuse, defuseAttribute } from '../../src/words/defuse.ts';
import { codeSpan } from '../../src/words/text/code-span.ts';
import { actsIn, show } from './shown.ts';
import { asSeen, typedText, visibleText } from './typed-texts.ts';

/** Places in which a stranger's text stands in our Markdown. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'on a line of its own': (text) => text,
  'between our words': (text) => `The name, “${text}”, is long.`,
  'in bold': (text) => `Adds <b>${text}</b> to the page.`,
  'in a list': (text) => `- ${text}\n- more`,
  'behind a box': (text) => `- [ ] ${text}`,
  'in a table’s cell': (text) => `| a | b |\n| --- | --- |\n| ${text} | ${text} |`,
  'in HTML': (text) => `<table>\n<tr><td>${text}<br>${text}</td></tr>\n</table>\n\nmore`,
  'in a heading': (text) => `### ${text}`,
};

describe('a stranger’s text that is defused', () => {
  it.each(Object.entries(places))('is text and nothing else %s', (_, place) => {
    const neutral = show(place('word'));
    fc.assert(
      fc.property(visibleText, (typed) => {
        const shown = show(place(defuse(typed)));
        expect(shown.elements).toEqual(neutral.elements);
        expect(actsIn(shown.text)).toEqual([]);
        expect(asSeen(shown.text)).toBe(
          asSeen(neutral.text.replaceAll('word', () => asSeen(typed))),
        );
      }),
    );
  });

  it('stays within its quotes as an attribute', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const shown = show(
          `<table>\n<tr><td><img alt="${defuseAttribute(typed)}" src="x"></td></tr>\n</table>`,
        );
        expect(shown.pictures).toEqual(['x']);
        expect(shown.elements).toEqual(
          show('<table>\n<tr><td><img src="x"></td></tr>\n</table>').elements,
        );
      }),
    );
  });

  it.each([
    ['@torvalds', '@&#8203;torvalds'],
    ['fixes apache/flink#12, GH-7', 'fixes apache/flink#&#8203;12, GH-&#8203;7'],
    ['https://a.example', 'https:&#8203;/&#8203;/a.example'],
    ['e83c5163', 'e83c51&#8203;63'],
    [':tada: at 10:30', ':&#8203;tada: at 10:30'],
    ['| x |\n| - |', '&#124; x &#124; &#124; - &#124;'],
    ['R&D <b>', 'R&amp;D &lt;b&gt;'],
    ['1. First', '1&#46; First'],
    ['![x](y)', '!&#91;x&#93;(y)'],
  ])('is written so that it can still be read in the source: %s', (typed, source) => {
    expect(defuse(typed)).toBe(source);
  });

  it('is left as it is where it is ordinary prose', () => {
    const prose = 'Acme Inc. (Europe), since 1998: 40,000 parcels a day — “on time”!';
    expect(defuse(prose)).toBe(prose);
  });
});

describe('a title or a message with references broken', () => {
  it('shows what was typed, on one line, and refers to nothing', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const title = breakReferences(typed);
        expect(asSeen(title)).toBe(asSeen(typed));
        expect(actsIn(title)).toEqual([]);
        expect(title).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('a code span', () => {
  it('shows just its text, also in a table', () => {
    fc.assert(
      fc.property(visibleText, (typed) => {
        const shown = show(`| a | b |\n| --- | --- |\n| ${codeSpan(typed)} | x |`);
        expect(shown.elements.filter((name) => name === 'code' || name === 'td')).toEqual([
          'td',
          'code',
          'td',
        ]);
        expect(shown.links).toEqual([]);
        expect(asSeen(shown.text)).toBe(`a b ${asSeen(typed)} x`);
      }),
    );
  });

  it('can be copied as it stands', () => {
    expect(codeSpan('https://a.example/#12')).toBe('`https://a.example/#12`');
    expect(codeSpan('a ` b')).toBe('``a ` b``');
    expect(codeSpan('`x`')).toBe('`` `x` ``');
  });

  it('is nothing where there is nothing to show', () => {
    expect(codeSpan(' \n ')).toBe('');
  });
});

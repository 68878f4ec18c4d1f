import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownList } from '../../../../src/list/formats/markdown-list/markdown-list.ts';
import { arbitraryString } from '../../text/generated-texts.ts';
import { hostileTexts } from '../../text/hostile-texts.ts';
import { entryIn, isInsertion, valueFrom, values } from '../edited-lists.ts';
import { asShown, renderMarkdown, textOfHtml, textsForFiles } from '../shown-html.ts';
import { read } from './lists.ts';

/** Lists whose texts stand in different places, with what is shown between name and text. */
const shapes = [
  {
    place: 'behind a dash',
    items: '- [Anvil](https://anvil.example) - Forges\n- [Birch](https://birch.example) - Trees\n',
    lead: '- ',
  },
  { place: 'behind a plain name', items: '1. Anvil: Forges\n2. Birch: Trees\n', lead: ': ' },
  { place: 'in brackets', items: '- **Anvil** (forges)\n- **Birch** (trees)\n', lead: '(' },
  {
    place: 'on a line of its own',
    items: '* Anvil<br>\n  Forges\n* Birch<br>\n  Trees\n',
    lead: '',
  },
  { place: 'in an item', items: '* Anvil\n    * Forges\n* Birch\n    * Trees\n', lead: '' },
  { place: 'in a paragraph', items: '* Anvil\n\n  Forges\n\n* Birch\n\n  Trees\n', lead: '' },
  {
    place: 'below a label',
    items: '- Anvil\n  - **Use case**: Forges\n- Birch\n  - **Use case**: Trees\n',
    lead: 'Use case: ',
  },
];

function fileWith(items: string): string {
  return `# Users\n\n${items}\nThank you!\n\n[ref]: https://ref.example\n`;
}

function addsAsText({ items, lead }: (typeof shapes)[number], typed: string): void {
  const file = fileWith(items);
  const added = markdownList.add(read(file), values('Dovetail', { text: typed }), 'append');
  const { text } = valueFrom(added);
  expect(isInsertion(file, text)).toBe(true);
  const [, item = ''] = renderMarkdown(text).split('Dovetail');
  const shown = item
    .slice(0, item.lastIndexOf('<p>Thank you!'))
    .replace(/<\/?(?:li|ul|ol|p|strong|br)>/g, '');
  expect(shown).not.toMatch(/<(?!$)/);
  // A text with brackets is put behind a colon even where the others are in brackets.
  const ways = [lead + asShown(typed) + (lead === '(' ? ')' : ''), `: ${asShown(typed)}`];
  expect(ways.map((way) => way.trim())).toContain(textOfHtml(shown));
  // Nothing that MDX would run is left.
  expect(text.slice(file.indexOf('\nThank')).split('\nThank')[0]).not.toMatch(/[{}]|<(?!br>)/);
}

describe.each(shapes)('a text $place in a Markdown list', (shape) => {
  it.each([...hostileTexts, ...textsForFiles.map((text) => [text, text] as const)])(
    'is shown as it was typed, and does nothing: %s',
    (_name, typed) => addsAsText(shape, typed),
  );

  it('is shown as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryString, (typed) => {
        fc.pre(asShown(typed) !== '');
        addsAsText(shape, typed);
      }),
    );
  });
});

describe('a name in a Markdown list', () => {
  const files = shapes.map(({ items }) => fileWith(items));

  it.each([
    ...hostileTexts.map(([, text]) => text),
    ...textsForFiles,
    'a - b',
    'a: b',
    'a (b',
    'a (@b)',
  ])('is shown as it was typed, and can be removed again: %s', (typed) => {
    const company = asShown(typed);
    for (const file of files) {
      const edit = valueFrom(
        markdownList.add(read(file), values(company, { text: 'x' }), 'append'),
      );
      const entry = entryIn(edit.list, company);
      expect(valueFrom(markdownList.remove(edit.list, entry, { leaveGap: false })).text).toBe(file);
    }
  });

  it('is shown as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), arbitraryString, (file, typed) => {
        const company = asShown(typed);
        fc.pre(company !== '');
        const edit = markdownList.add(read(file), values(company, { text: 'x' }), 'append');
        const { list, text } = valueFrom(edit);
        expect(list.entries.at(-1)).toMatchObject({ company, text: 'x' });
        expect(isInsertion(file, text)).toBe(true);
        const entry = list.entries.at(-1);
        if (entry === undefined) return;
        expect(valueFrom(markdownList.remove(list, entry, { leaveGap: false })).text).toBe(file);
      }),
    );
  });
});

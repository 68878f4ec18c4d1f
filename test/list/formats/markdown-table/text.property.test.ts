import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { toSingleLine } from '../../../../src/text/single-line.ts';
import { arbitraryString } from '../../text/generated-texts.ts';
import { hostileTexts } from '../../text/hostile-texts.ts';
import { entryIn, valueFrom, values } from '../edited-lists.ts';
import { read, threeCompanies } from './tables.ts';

const markdown = markdownIt({ html: true, linkify: true });
const file = `${threeCompanies}\n[ref]: https://ref.example\n`;

/** What the row of a company shows, as HTML: its name and its text. */
function shownRow(text: string, index: number): { name: string; words: string } {
  const rows = markdown.render(text).split('<tr>').slice(2);
  const cells = Array.from(
    (rows[index] ?? '').matchAll(/<td>([\s\S]*?)<\/td>/g),
    ([, cell]) => cell,
  );
  return { name: cells[0] ?? '', words: cells[2] ?? '' };
}

function asShown(text: string): string {
  return toSingleLine(text).trim();
}

function withoutReferences(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function addsAsText(typed: string): void {
  const added = markdownTable.add(read(file), values('Dovetail', { text: typed }), 'append');
  const edit = valueFrom(added);
  // Each of its lines stands on its own.
  const words = shownRow(edit.text, 3).words.replaceAll('<br>', ' ');
  expect(words).not.toMatch(/<(?!$)/);
  expect(withoutReferences(words).replace(/\s+/g, ' ').trim()).toBe(
    asShown(typed).replace(/\s+/g, ' ').trim(),
  );
  const { start, end } = { start: file.indexOf('\n\nThank you!') + 1, end: edit.text.length };
  expect(edit.text.slice(0, start)).toBe(file.slice(0, start));
  expect(edit.text.slice(edit.text.indexOf('\nThank you!', start), end)).toBe(file.slice(start));
}

describe('a text in a Markdown table', () => {
  it.each(hostileTexts)('is shown as it was typed, and does nothing: %s', (_, typed) => {
    addsAsText(typed);
  });

  it.each([
    ...['{process.exit()}', 'a | b', 'a \\| b', '\\', '[ref]', '[x][ref]', '$x$ and $y$'],
    ...[
      '<Component/>',
      '{`x`}',
      '<!-- x -->',
      'a < b',
      '1<2',
      '| --- |',
      '![x](y)',
      'https://a.example',
    ],
  ])('is shown as it was typed: %s', (typed) => {
    addsAsText(typed);
    const { text } = valueFrom(
      markdownTable.add(read(file), values('Dovetail', { text: typed }), 'append'),
    );
    const row = text.split('\n').find((line) => line.includes('Dovetail')) ?? '';
    expect(row).not.toMatch(/[{}<]/);
  });

  it('is shown as it was typed, whatever it is', () => {
    fc.assert(fc.property(arbitraryString, addsAsText));
  });

  it('is a name that is shown as it was typed, and can be removed again', () => {
    fc.assert(
      fc.property(arbitraryString, (typed) => {
        const company = asShown(typed).replace(/\s+/g, ' ');
        fc.pre(company !== '');
        const edit = markdownTable.add(read(file), values(company, { text: 'x' }), 'append');
        const { text, list } = valueFrom(edit);
        expect(withoutReferences(shownRow(text, 3).name).replace(/\s+/g, ' ').trim()).toBe(company);
        const entry = entryIn(list, company);
        expect(valueFrom(markdownTable.remove(list, entry, { leaveGap: false })).text).toBe(file);
      }),
    );
  });
});

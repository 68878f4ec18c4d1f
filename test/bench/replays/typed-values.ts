import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { EntryValues, FoundList } from '../../../src/list/format.ts';
import { linksIn, pictureIn, shownText } from '../../../src/list/markdown/shown-text.ts';

/**
 * What a person would have typed into a form for a row that stands in a real table: a name and an address instead of a
 * link, names on GitHub without their addresses, words without their bold.
 */
export function typedValues(
  cells: Readonly<Record<string, unknown>>,
  { fields }: Pick<FoundList, 'fields'>,
): EntryValues {
  const others: Record<string, string> = {};
  let values: EntryValues = { company: '', logo: '', text: '' };
  // In each group of a list the column for the name may be called otherwise.
  const other = Object.keys(cells).find((key) => !fields.some(({ name }) => name === key)) ?? '';
  for (const { name, role } of fields) {
    // A blank behind a row's last `|` made the collector of the cases take that for a part of the cell.
    const source = String(
      cells[name] ?? (role === 'name' ? cells[other] : undefined) ?? '',
    ).replace(/\s*\|$/, '');
    const nodes = inlineNodes(source);
    const all = linksIn(nodes);
    const [link] = all;
    const shown = shownText(nodes);
    switch (role) {
      case 'name':
        values = { ...values, company: shown };
        if (link) values = { homepage: link.url, ...values };
        break;
      case 'homepage':
        if (link) values = { ...values, homepage: link.url };
        if (link && (all.length > 1 || link.text !== link.url))
          values = { ...values, homepageLinks: all };
        break;
      case 'text':
        values = { ...values, text: source.replace(/\s*<br ?\/?>\s*/gi, '\n') };
        break;
      case 'logo':
        values = { ...values, logo: pictureIn(nodes) ?? '' };
        break;
      case 'link':
        if (link) values = { ...values, link };
        else others[name] = shown;
        break;
      case 'contact':
        others[name] = linksIn(nodes).every(isNamedByText) ? shown : source;
        break;
      default:
        others[name] = linksIn(nodes).length > 0 ? source : shown;
    }
  }
  return { ...values, fields: others };
}

function isNamedByText({ text, url }: { text: string; url: string }): boolean {
  return url === `mailto:${text}` || url === `https://github.com/${text.slice(1)}`;
}

function inlineNodes(source: string): readonly PhrasingContent[] {
  const [block] = fromMarkdown(source).children;
  if (block?.type === 'html') return [{ type: 'html', value: source }];
  return block?.type === 'paragraph' ? block.children : [{ type: 'text', value: source }];
}

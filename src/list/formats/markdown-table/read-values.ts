import type { EntryValues } from '../../format.ts';
import { joinedLinks } from '../../markdown/joined-links.ts';
import { linksIn, pictureIn, shownText } from '../../markdown/shown-text.ts';
import type { Column } from './columns.ts';
import type { TableRow } from './table.ts';

/** What a row says. */
export function valuesOf({ cells }: TableRow, columns: readonly Column[]): EntryValues {
  const fields = new Map<string, string>();
  let values: EntryValues = { company: '', logo: '', text: '' };
  for (const [index, { name, role }] of columns.entries()) {
    const cell = cells[index];
    const nodes = cell?.nodes ?? [];
    const shown = shownText(nodes);
    const [link] = linksIn(nodes);
    switch (role) {
      case 'name': {
        values = { ...values, company: shown };
        if (link && /^https?:/i.test(link.url)) values = { homepage: link.url, ...values };
        break;
      }
      case 'homepage': {
        if (link) values = { ...values, homepage: link.url };
        const links = cell && joinedLinks(cell)?.pieces.map((piece) => piece.link);
        if (links && links.length > 1) values = { ...values, homepageLinks: links };
        break;
      }
      case 'text':
        values = { ...values, text: shown };
        break;
      case 'logo':
        values = { ...values, logo: pictureIn(nodes) ?? '' };
        break;
      case 'link':
        if (link) values = { ...values, link };
        else if (shown !== '') fields.set(name, shown);
        break;
      default:
        if (shown !== '') fields.set(name, shown);
    }
  }
  return { ...values, fields: Object.fromEntries(fields) };
}

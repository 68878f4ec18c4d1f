import type { EntryLink, EntryValues } from '../../../format.ts';
import { writeImage } from '../../../image.ts';
import { encodeCell, encodeCellLabel } from '../../../text/encode/encode-cell.ts';
import { encodeLinkDestination } from '../../../text/encode/encode-link-destination.ts';
import { linksIn, pictureIn } from '../shown-text.ts';
import { type CellContext, cellsIn, encode, patternsIn } from './cell-context.ts';
import { writeLike } from './cell-pattern.ts';
import { writeContacts } from './write-contacts.ts';
import { writeHomepage } from './write-homepage.ts';
import { writeWords } from './write-words.ts';

/** Writes one cell of an entry like the nearest cell of its column that has what is needed. */
export function writeCell(values: EntryValues, context: CellContext): string {
  const { column } = context;
  switch (column.role) {
    case 'name':
      return writeName(values, context);
    case 'homepage':
      return values.homepage === undefined ? '' : writeHomepage(values, values.homepage, context);
    case 'logo':
      return values.logo === '' ? '' : writeLogo(values, context);
    case 'link':
      return values.link === undefined
        ? writeWords(values.fields?.[column.name] ?? '', context)
        : writeLink(values.link, context);
    case 'text':
      return encode(values.text, context);
    case 'contact':
      return writeContacts(values.fields?.[column.name] ?? '', context);
    default:
      return writeWords(values.fields?.[column.name] ?? '', context);
  }
}

function writeName({ company, homepage }: EntryValues, context: CellContext): string {
  const cells = [...cellsIn(context)];
  const linked = cells.some(([{ nodes }]) => linksIn(nodes).length > 0) || context.linksName;
  const url = linked && homepage !== undefined ? encodeLinkDestination(homepage) : undefined;
  const text = url === undefined ? encodeCell(company) : encodeCellLabel(company);
  for (const [pattern] of patternsIn(context)) {
    if ((pattern.link === undefined) !== (url === undefined)) continue;
    const written = writeLike(pattern, { text, url: url ?? '' });
    if (written !== undefined) return written;
  }
  return url === undefined ? text : `[${text}](${url})`;
}

function writeLogo({ company, logo }: EntryValues, context: CellContext): string {
  for (const [{ nodes, source }] of cellsIn(context)) {
    const [node, ...more] = nodes;
    if (more.length > 0 || pictureIn(nodes) === undefined) continue;
    if (node?.type === 'html' && /^<img\s/i.test(source)) {
      return writeImage(source, { company, logo }).replaceAll('|', '&#124;');
    }
  }
  return `![${encodeCellLabel(company)}](${encodeLinkDestination(logo)})`;
}

function writeLink({ text, url }: EntryLink, context: CellContext): string {
  const values = { text: encodeCellLabel(text), url: encodeLinkDestination(url) };
  for (const [pattern] of patternsIn(context)) {
    const written = pattern.link && writeLike(pattern, values);
    if (written !== undefined) return written;
  }
  return `[${values.text}](${values.url})`;
}

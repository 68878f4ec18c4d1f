import type { EntryLink, EntryValues } from '../../format.ts';
import { writeImage } from '../../image.ts';
import { encodeCell, encodeCellLabel } from '../../text/encode-cell.ts';
import { encodeInline } from '../../text/encode-inline.ts';
import { encodeLinkDestination } from '../../text/encode-link-destination.ts';
import { type CellPattern, patternOf, writeLike } from './cell-pattern.ts';
import type { Column } from './columns.ts';
import { mostCommon } from './most-common.ts';
import type { TableEntry } from './read-list.ts';
import { linksIn, pictureIn, shownText } from './shown-text.ts';
import type { TableCell } from './table.ts';

/** What decides how a cell is written. */
export interface CellContext {
  readonly column: Column;
  /** Where the column is, from 0. */
  readonly index: number;
  /** The other entries, nearest first. */
  readonly neighbours: readonly TableEntry[];
  /** Whether the name is to be a link, where no neighbour tells. */
  readonly linksName: boolean;
  /** Whether links, emphasis and code in texts are let through. */
  readonly allowsMarkup: boolean;
}

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

function encode(text: string, { allowsMarkup }: CellContext): string {
  return allowsMarkup ? encodeInline(text) : encodeCell(text);
}

function* cellsIn({ neighbours, index }: CellContext): Generator<[TableCell, TableEntry]> {
  for (const entry of neighbours) {
    const cell = entry.cells[index];
    if (cell !== undefined && cell.source !== '') yield [cell, entry];
  }
}

function* patternsIn(context: CellContext): Generator<[CellPattern, TableEntry]> {
  for (const [cell, entry] of cellsIn(context)) {
    const pattern = patternOf(cell);
    if (pattern !== undefined) yield [pattern, entry];
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

function writeHomepage({ company }: EntryValues, homepage: string, context: CellContext): string {
  const url = encodeLinkDestination(homepage);
  const text = homepageLabel(company, homepage, context);
  for (const [cell] of cellsIn(context)) {
    const [link] = linksIn(cell.nodes);
    if (link?.url === cell.source) return url;
    if (cell.source === `<${link?.url}>`) return `<${url}>`;
    const pattern = patternOf(cell);
    const written = pattern?.link && writeLike(pattern, { text, url });
    if (written !== undefined) return written;
  }
  return url;
}

/** What the link to a homepage is called, as in most of the other rows: the name, a form of the address, or always the same. */
function homepageLabel(company: string, homepage: string, context: CellContext): string {
  const labels = [...patternsIn(context)].flatMap(([{ link }, entry]) => {
    if (link === undefined) return [];
    const names = [['name', entry.company], ...addressForms(link.url)] as const;
    const found = names.filter(([, text]) => text === link.text).map(([form]) => form);
    return found.length > 0 ? found : [`=${link.text}`];
  });
  // Words of one row alone speak of that row's company.
  const isUsual = (label: string) =>
    !label.startsWith('=') ||
    usualLabel.test(label) ||
    labels.filter((each) => each === label).length > 1;
  const label = mostCommon(labels.filter(isUsual)) ?? (labels.length > 0 ? shortForm : 'name');
  if (label === 'name') return encodeCellLabel(company);
  if (label.startsWith('=')) return encodeCellLabel(label.slice(1));
  const form = new Map(addressForms(homepage)).get(label) ?? homepage;
  // Nothing in a link's text is made a link of its own.
  return /^[A-Za-z0-9.:/-]+$/.test(form) ? form : encodeCellLabel(form);
}

const usualLabel = /^=(?:(?:the |our )?(?:link|web ?site|home ?page|site|url|web|here))$/i;
const shortForm = 'host without www';

/** The ways in which people shorten an address. */
function addressForms(address: string): readonly (readonly [string, string])[] {
  const host = URL.parse(address)?.host ?? address;
  return [
    [shortForm, host.replace(/^www\./, '')],
    ['host', host],
    ['without scheme and slash', address.replace(/^https?:\/\/|\/$/g, '')],
    ['without scheme', address.replace(/^https?:\/\//, '')],
    ['without slash', address.replace(/\/$/, '')],
    ['whole', address],
  ];
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

/** Names on GitHub and mail addresses, each as the nearest of its kind is written. */
function writeContacts(typed: string, context: CellContext): string {
  if (context.allowsMarkup && /\]\(/.test(typed)) return encodeInline(typed);
  const words = sameWords(typed, context);
  if (words !== undefined) return words;
  return typed
    .split(/(\s*[,;&]\s+|\s+(?=@))/)
    .map((piece, index) => (index % 2 === 1 ? piece : writeContact(piece, context)))
    .join('');
}

const handle = /^@[A-Za-z\d][A-Za-z\d-]*$/;
const mail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

function writeContact(contact: string, context: CellContext): string {
  const kind = [handle, mail].find((each) => each.test(contact));
  const styles = [...cellsIn(context)].flatMap(([cell]) => contactStyle(cell, kind) ?? []);
  const [style] = styles;
  if (style === 'code' && /^@[^`|\\]+$/.test(contact)) return `\`${contact}\``;
  return style === 'link' && kind !== undefined
    ? `[${contact}](${contactAddress(contact)})`
    : encode(contact, context);
}

/** How a cell writes contacts of a kind; nothing where it has none of that kind. */
function contactStyle(
  { nodes, source }: TableCell,
  kind: RegExp | undefined,
): 'code' | 'link' | 'plain' | undefined {
  if (nodes[0]?.type === 'inlineCode' && shownText(nodes).startsWith('@')) return 'code';
  const link = kind && linksIn(nodes).find(({ text }) => kind.test(text));
  if (link?.url.toLowerCase() === contactAddress(link?.text ?? '').toLowerCase()) return 'link';
  return kind?.test(source) ? 'plain' : undefined;
}

function contactAddress(contact: string): string {
  return handle.test(contact) ? `https://github.com/${contact.slice(1)}` : `mailto:${contact}`;
}

/** Words that another entry has are written as it spells them: bold, a badge, or in its own letters. */
function writeWords(typed: string, context: CellContext): string {
  if (typed === '') return '';
  const same = sameWords(typed, context);
  if (same !== undefined) return same;
  const cells = [...cellsIn(context)];
  const patterns = [...patternsIn(context)].map(([pattern]) => pattern);
  const pieces = mostCommon(patterns.map((pattern) => pattern.pieces.join('\n')));
  const alike = patterns.filter((pattern) => pattern.pieces.join('\n') === pieces);
  const text = encode(typed, context);
  const [like] = alike;
  const isUsual = alike.length > 1 && alike.length * 2 > cells.length;
  const fits = isUsual && like !== undefined && like.link === undefined;
  return (fits ? writeLike(like, { text, url: '' }) : undefined) ?? text;
}

function sameWords(typed: string, context: CellContext): string | undefined {
  const key = foldWords(typed);
  for (const [{ nodes, source }] of cellsIn(context)) {
    if (foldWords(shownText(nodes)) === key && linksIn(nodes).length === 0) return source;
  }
  return undefined;
}

function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

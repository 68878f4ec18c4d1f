import { entryLink, fileAddress } from '../../text/addresses.ts';
import { shorten } from '../../text/shorten.ts';
import { defuse, defuseAttribute } from '../defuse.ts';
import type { PreviewCell } from '../row-preview.ts';

/** A cell of a page, and where its picture is seen. */
export interface CellShown {
  /** Nothing for an empty slot. */
  readonly cell: PreviewCell | undefined;
  /** The heading above it; may be empty. */
  readonly caption: string;
  /** As `https://github.com/apache/flink`; nothing where no picture is shown. */
  readonly repository?: string;
  readonly commit?: string;
}

/** Of a company's name, in UTF-16 code units: a page may hold any. */
const longestCompany = 80;

/** An address that is longer is shown as its text, and a picture's not at all. */
const longestAddress = 1_000;

const nothing = '&nbsp;';

/**
 * Cells of a page side by side, as an HTML table: a row of captions if there is any, the logos, the texts. Without a
 * blank line, so that GitHub reads all of it as HTML.
 *
 * @param columns as many as the page has: they decide how wide a picture is
 * @param longest to which texts are cut, in UTF-16 code units
 */
export function cellTable(shown: readonly CellShown[], columns: number, longest: number): string {
  const width = pictureWidth(columns);
  const captions = shown.map(({ caption }) => `<th>${caption || nothing}</th>`);
  const logos = shown.map(
    (each) => `<td width="${width + 26}" align="center">${logoOf(each, width)}</td>`,
  );
  const texts = shown.map(({ cell }) => `<td valign="top">${textOf(cell, longest)}</td>`);
  const hasCaption = shown.some(({ caption }) => caption !== '');
  return [
    '<table>',
    ...(hasCaption ? [`<thead><tr>${captions.join('')}</tr></thead>`] : []),
    // GitHub makes every other row of a body grey, and a logo looks different there.
    '<tbody><tr>',
    ...logos,
    '</tr></tbody>',
    '<tbody><tr>',
    ...texts,
    '</tr></tbody>',
    '</table>',
  ].join('\n');
}

/** In pixels: a row as wide as a comment on GitHub, but no picture larger than a page would show it. */
function pictureWidth(columns: number): number {
  return Math.max(48, Math.min(200, Math.floor(720 / Math.max(columns, 1)) - 26));
}

function logoOf({ cell, repository, commit }: CellShown, width: number): string {
  if (cell === undefined) return nothing;
  const company = shorten(cell.company, longestCompany);
  const { logo } = cell;
  const isPicture = logo !== undefined && logo.length <= longestAddress;
  if (!isPicture || repository === undefined || commit === undefined) {
    return company === '' ? nothing : `<b>${defuse(company)}</b>`;
  }
  const source = `${fileAddress(repository, commit, logo)}?raw=true`;
  return `<img src="${source}" width="${width}" alt="${defuseAttribute(company)}">`;
}

function textOf(cell: PreviewCell | undefined, longest: number): string {
  if (cell === undefined) return nothing;
  const text = defuse(shorten(cell.text, longest));
  const link = cell.link && linkOf(cell.link, longest);
  return (
    [text, link].filter((part) => part !== '' && part !== undefined).join('<br><br>') || nothing
  );
}

function linkOf(link: NonNullable<PreviewCell['link']>, longest: number): string {
  const text = defuse(shorten(link.text, longest));
  const address = link.url.length <= longestAddress ? entryLink(link.url) : undefined;
  return address === undefined || text === '' ? text : `<a href="${address}">${text}</a>`;
}

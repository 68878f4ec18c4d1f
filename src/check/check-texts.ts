import { findActiveInCell } from '../page/active-in-cell.ts';
import type { Cell } from '../page/page.ts';
import { isHtml } from '../page/read/row-data.ts';
import type { ActiveMarkup } from '../page/text/active-markup.ts';
import type { CheckedPage } from './checked-page.ts';
import { findLinks, isAbsoluteLink } from './find-links.ts';
import { type Finding, finding, type OwnFindingCode, type Place } from './finding.ts';

/** More in one cell tell a maintainer nothing more. */
const mostInCell = 10;

/** Finds what would execute in the cells of a page, and links that are no absolute addresses. */
export function checkTexts(page: CheckedPage): Finding[] {
  return page.entries.flatMap(({ logoCell, textCell, company }) => [
    ...checkCell(page, logoCell, 'logo', company),
    ...checkCell(page, textCell, 'text', company),
  ]);
}

function checkCell(
  page: CheckedPage,
  cell: Cell | undefined,
  kind: 'logo' | 'text',
  company: string,
): Finding[] {
  if (cell === undefined) return [];
  const active = findActiveInCell(cell.data, kind).slice(0, mostInCell);
  const links = findLinks(cell.markup, isHtml(cell.data) || kind === 'logo' ? 'html' : 'markdown');
  const broken = links.filter((link) => !isAbsoluteLink(link)).slice(0, mostInCell);
  const place = placesIn(page, cell);
  return [
    ...active.map((found) =>
      finding(codeOf(found), place(found.excerpt), { company, excerpt: found.excerpt }),
    ),
    ...broken.map((link) => finding('link-not-absolute', place(link), { company, link })),
  ];
}

/** Elements that show words or pictures and can do nothing else, so long as their attributes are harmless. */
const unusual = new Set(
  'a p div span ul ol li dl dt dd h1 h2 h3 h4 h5 h6 strong em u s del ins mark sub sup b i br hr img figure figcaption table thead tbody tr th td blockquote pre code small abbr cite q'.split(
    ' ',
  ),
);

function codeOf({ kind, excerpt }: ActiveMarkup): OwnFindingCode {
  if (kind !== 'element') return `active-${kind}`;
  const name = /^<\/?([A-Za-z][\w-]*)[\s/>]/.exec(excerpt)?.[1]?.toLowerCase();
  return name !== undefined && unusual.has(name) ? 'unusual-element' : 'active-element';
}

/**
 * Finds the line on which words stand, within a cell that may take several. Words that YAML spells otherwise are said
 * to stand where the cell begins.
 */
function placesIn({ page, placeAt }: CheckedPage, cell: Cell): (words: string) => Place {
  const source = page.text.slice(cell.start, cell.end);
  const passed = new Map<string, number>();
  return (words) => {
    const probe = /\S{1,24}/.exec(words)?.[0].replace(/…$/, '') ?? '';
    const at = source.indexOf(probe, passed.get(probe) ?? 0);
    if (probe === '' || at === -1) return placeAt(cell.start);
    passed.set(probe, at + 1);
    return placeAt(cell.start + at);
  };
}

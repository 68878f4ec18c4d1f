import type { EntryPart } from '../list/list.ts';
import { type ActiveMarkup, findActiveInPart, findLinks } from '../list/markup.ts';
import type { CheckedPage } from './checked-page.ts';
import { type Finding, finding, type OwnFindingCode, type Place } from './finding.ts';

/** More in one cell tell a maintainer nothing more. */
const mostInCell = 10;

/** Finds what would execute in the entries of a page, and links that are no absolute addresses. */
export function checkTexts(page: CheckedPage): Finding[] {
  const { list, entries } = page;
  const found = entries.map(({ entry, company }) =>
    list.format.parts(list, entry).flatMap((part) => checkPart(page, part, company)),
  );
  const withElements = found.filter((all) => all.some(isUnusual));
  // What many entries have is how this list is written.
  const isCommon = withElements.length * 3 > entries.length && entries.length > 1;
  // It is unknown whether the page of a data file renders Markdown.
  const isUsual = isCommon || list.format.look === 'records';
  return found.flat().filter((each) => !(isUsual && isUnusual(each)));
}

function isUnusual({ code }: Finding): boolean {
  return code === 'unusual-element';
}

function checkPart(page: CheckedPage, part: EntryPart, company: string): Finding[] {
  const { markup, language, role } = part;
  const active = findActiveInPart(part).slice(0, mostInCell);
  // In a list in Markdown, links to files beside it and to mail addresses are usual.
  const links = role === 'other' ? [] : findLinks(markup, role === 'logo' ? 'html' : language);
  const broken = links.filter((link) => !isAbsoluteLink(link)).slice(0, mostInCell);
  const place = placesIn(page, part);
  return [
    ...active.map((found) =>
      finding(codeOf(found), place(found.excerpt), { company, excerpt: found.excerpt }),
    ),
    ...broken.map((link) => finding('link-not-absolute', place(link), { company, link })),
  ];
}

/** Whether a link is a whole web address. Links that are on a page already may be `http:`. */
function isAbsoluteLink(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
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
 * Finds the line of some words, within a part that may take several. Words that the file spells otherwise are
 * reported where the part begins.
 */
function placesIn({ list, placeAt }: CheckedPage, part: EntryPart): (words: string) => Place {
  const source = list.text.slice(part.start, part.end);
  const passed = new Map<string, number>();
  return (words) => {
    const probe = /\S{1,24}/.exec(words)?.[0].replace(/…$/, '') ?? '';
    const at = source.indexOf(probe, passed.get(probe) ?? 0);
    if (probe === '' || at === -1) return placeAt(part.start);
    passed.set(probe, at + 1);
    return placeAt(part.start + at);
  };
}

import { type FieldRole, formatIds } from '../../config/configuration.ts';
import { isKind } from '../../list/list.ts';
import { listsTerms } from './lists-terms.ts';
import {
  fileStrength,
  isOtherwise,
  liesAside,
  nameStrength,
  strengthAbove,
} from './name-strength.ts';
import type { LocalePage, PageGroup } from './pair-locales.ts';
import { folderOf, isMarkup } from './worth-reading.ts';

/** A list that set-up may propose. */
export interface ListCandidate extends PageGroup {
  /** What says that it lists those who use the project. */
  readonly reason: ListReason;
  /** How clearly. */
  readonly strength: number;
}

export type ListReason = 'asked' | 'pictures' | 'file' | 'heading' | 'folder';

/** The lists that are likely those of organizations, the likeliest first. */
export function rankLists(groups: readonly PageGroup[]): readonly ListCandidate[] {
  const lists = groups.filter((group) => !isDetail(group, groups));
  return lists
    .filter((list) => !isOfHeadings(list, lists))
    .flatMap(withEvidence)
    .map((list) => (listsTerms(list, lists) ? { ...list, strength: 0 } : list))
    .toSorted(compareLists);
}

/**
 * What somebody asked for: a table comes before a list, and this before headings, which have all else below them.
 *
 * @param further what is likely not meant, behind all others
 */
export function rankAsked(
  groups: readonly PageGroup[],
  further: readonly PageGroup[] = [],
): readonly ListCandidate[] {
  const ranked = (some: readonly PageGroup[], behind: number) => {
    const asked = some.map((group): ListCandidate => {
      const strength = -formatIds.indexOf(group.format) - behind;
      return { ...group, reason: 'asked', strength };
    });
    return asked.filter((list) => !isOfHeadings(list, asked)).toSorted(compareLists);
  };
  return [...ranked(groups, 0), ...ranked(further, formatIds.length)];
}

/** A list below the heading of one organization among several tells of this one, and so do the groups of a list. */
function isDetail(
  { pages: [page], format: own }: PageGroup,
  groups: readonly PageGroup[],
): boolean {
  if (page === undefined || own === 'markdown-sections') return false;
  const headings = page.groups.length > 0 ? page.groups : [page.within];
  return groups.some(({ format, pages: [other] }) => {
    if (format !== 'markdown-sections' || other?.path !== page.path) return false;
    const names = other.entries.map(({ company }) => company);
    const named = headings.filter((heading) => names.includes(heading) && isName(heading));
    return named.length * 4 >= headings.length * 3 && !areOrganizations(page, headings);
  });
}

/** Whether the headings that are read as organizations are those of the groups of another list. */
function isOfHeadings({ pages: [page], format }: PageGroup, groups: readonly PageGroup[]): boolean {
  if (format !== 'markdown-sections' || page === undefined || page.entries.length === 0)
    return false;
  return groups.some(({ format: other, pages: [list] }) => {
    if (other === format || list?.path !== page.path) return false;
    return page.entries.every(({ company }) => list.groups.includes(company));
  });
}

/** Whether a heading is the name of an organization, not of several, and not the letter with which they begin. */
function isName(heading: string): boolean {
  return (
    nameStrength(heading) === 0 &&
    !isKind(heading) &&
    !/[:：]$/.test(heading) &&
    !/^\p{L}(?:\s?[-–]\s?\p{L})?$/u.test(heading)
  );
}

/**
 * Whether items below headings are organizations, so that the headings are kinds of these: most items lead to a host of their own, or all
 * headings are kinds or plurals. What is said of one organization leads to few places, or nowhere.
 */
function areOrganizations({ entries }: LocalePage, headings: readonly string[]): boolean {
  if (headings.length > 1 && headings.every(isKind)) return true;
  if (headings.length > 2 && headings.every((heading) => /(?:[^su]s|业|类)$/i.test(heading)))
    return true;
  const hosts = entries.flatMap(({ homepage = '' }) => URL.parse(homepage)?.host ?? []);
  const own = new Set(hosts).size;
  if (own * 4 < entries.length * 3) return false;
  if (entries.length >= headings.length * 2) return true;
  const names = new Set(headings.map(lettersOf));
  return entries.every((entry) => leadsHome(entry) && !names.has(lettersOf(entry.company)));
}

/** Whether an address is that of an organization itself, which is called as it: of `https://anvil.example` “Anvil”. */
function leadsHome({ company, homepage = '' }: LocalePage['entries'][number]): boolean {
  const { host, pathname } = URL.parse(homepage) ?? { host: '', pathname: '' };
  const letters = lettersOf(company);
  return pathname === '/' && letters !== '' && lettersOf(host).includes(letters);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function withEvidence(group: PageGroup): readonly ListCandidate[] {
  const [page] = group.pages;
  if (page === undefined) return [];
  const found = evidenceOf(page, group);
  return found === undefined ? [] : [{ ...group, ...found }];
}

type Evidence = Pick<ListCandidate, 'reason' | 'strength'>;

function evidenceOf(page: LocalePage, { format, companies }: PageGroup): Evidence | undefined {
  if (format === 'front-matter-table') {
    return companies > 0 ? { reason: 'pictures', strength: 4 } : undefined;
  }
  if (listsPeople(page)) return undefined;
  const { path, within } = page;
  const folder = nameStrength(folderOf(path));
  const headings = [within, ...page.groups].filter((heading) => heading !== '');
  const lowered = headings.length > 0 && headings.every(isOtherwise) ? 1 : 0;
  const above = lowered === 0 && isMarkup(path) ? page.above.flat() : [];
  const strengths = [
    ...headings.map(nameStrength),
    ...above.map((each) => strengthAbove(each, headings)),
  ];
  const [file, heading] = [fileStrength(path), Math.max(0, ...strengths)];
  const isAddressed = shareOf(page, ['homepage', 'logo', 'link']) >= 0.5 && companies > 1;
  if (format === 'entry-files') {
    const isMeant = folder === 2 || (isAddressed && folder > 0);
    return isMeant ? { reason: 'folder', strength: folder + 1 } : undefined;
  }
  if (file === 2) return { reason: 'file', strength: 3 - lowered * 2 };
  if (heading === 2) return { reason: 'heading', strength: 2 };
  if (!isAddressed || lowered > 0) return undefined;
  if (file === 1) return { reason: 'file', strength: 1 };
  if (heading === 1) return { reason: 'heading', strength: 1 };
  return folder > 0 ? { reason: 'folder', strength: 1 } : undefined;
}

/** Keys of people and their accounts. */
const ofPeople =
  /^(?:e-?mail|password|user_?name|login|phone|age|first_?name|last_?name|is_?admin|roles?|permissions?)$/i;

function listsPeople({ fields }: LocalePage): boolean {
  return (
    fields.some(({ name }) => ofPeople.test(name)) && !fields.some(({ role }) => role === 'logo')
  );
}

/** How many of the entries have one of these. */
function shareOf({ entries }: LocalePage, roles: readonly FieldRole[]): number {
  const has = ({ homepage, logo, link }: LocalePage['entries'][number]) =>
    (roles.includes('homepage') && homepage !== undefined) ||
    (roles.includes('logo') && logo !== '') ||
    (roles.includes('link') && link !== undefined);
  return entries.length === 0 ? 0 : entries.filter(has).length / entries.length;
}

/** The likelier, then the fuller, then the higher one comes first. */
function compareLists(one: ListCandidate, other: ListCandidate): number {
  return (
    other.strength - one.strength ||
    Number(isAside(one)) - Number(isAside(other)) ||
    fullness(other) - fullness(one) ||
    other.pages.length - one.pages.length ||
    Number(other.within === 'powered-by') - Number(one.within === 'powered-by') ||
    depthOf(one) - depthOf(other)
  );
}

/** Items beside a table often explain its words, so a table counts twice as much. */
function fullness({ format, companies }: PageGroup): number {
  return format === 'markdown-table' ? companies * 2 : companies;
}

/** Whether a list lies among copies, samples or news. */
export function isAside({ format, pages }: PageGroup): boolean {
  return format !== 'front-matter-table' && liesAside(pages[0]?.path ?? '');
}

function depthOf({ pages }: PageGroup): number {
  return pages[0]?.path.split('/').length ?? 0;
}

import { folderPattern } from '../../config/folder-pattern.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { SiteFiles } from '../read-site.ts';
import { siteOf } from '../site-settings.ts';
import { equalLists, listAddress } from './choose-list.ts';
import { pageAt } from './entry-folders.ts';
import { type FoundPage, type FoundPages, findFolders, findPages } from './found-list.ts';
import { isRatherOtherwise, listsNotServed } from './not-served.ts';
import { pairLocales } from './pair-locales.ts';
import { type ListCandidate, rankAsked, rankLists } from './rank-lists.ts';
import { writtenLanguage } from './written-language.ts';

/** The lists that may be the project's. */
export interface Candidates {
  /** The likeliest first; at least one. */
  readonly ranked: readonly ListCandidate[];
  /** Why others cannot be edited. */
  readonly problems: readonly Problem[];
  /** How many files were not searched, for there were too many. */
  readonly passedOver: number;
}

/**
 * Finds the lists that may be the project's.
 *
 * @param asked the list that somebody asks for: a file, and behind `#` the heading above the list or the key to it
 * @param limit how many files and folders were looked at, where there were more
 * @returns problems where there is none
 */
export async function findCandidates(
  site: SiteFiles,
  asked: string | undefined,
  limit: number | undefined,
): Promise<Result<Candidates>> {
  const languageOf = (path: string) => siteOf(path, site.sites)?.language;
  const writtenOf = (path: string) => {
    const page = pageAt(site.pages, path);
    return page && writtenLanguage(page);
  };
  if (asked !== undefined) {
    const { pages, further, problems, passedOver } = await findAsked(site, asked);
    const pair = (each: readonly FoundPage[]) => pairLocales(each, languageOf, writtenOf);
    const ranked = rankAsked(pair(pages), pair(further));
    if (ranked.length > 0) return success({ ranked, problems, passedOver });
    const own = problems.filter(({ field }) => field === pathOfAsked(asked));
    return own.length > 0
      ? failure(...own)
      : failure(problem('setup-list-missing', 'list', { list: asked }), ...problems);
  }
  const { pages, problems, passedOver } = await findPages(site.pages);
  const served = pages.filter((page) => !isAside(page, site));
  const held = new Set([...served.map(({ path }) => path), ...problems.map(({ field }) => field)]);
  const folders = served.flatMap(({ path }) => folderPattern(path)?.folder ?? []);
  const isInFolder = (path: string) => folders.some((folder) => path.startsWith(`${folder}/`));
  const empty = site.pages.filter(({ path }) => !held.has(path) && !isInFolder(path));
  const paths = site.paths.filter((path) => !isInFolder(path));
  const all = [...problems, ...listsNotServed(paths, empty)];
  const ranked = rankLists(pairLocales(served, languageOf, writtenOf));
  if (ranked.length > 0) return success({ ranked, problems: all, passedOver });
  const reached = limit ?? (passedOver > 0 ? site.paths.length - passedOver : undefined);
  // Where a list was seen, why it cannot be edited is the answer.
  const isSeen = reached === undefined && all.some(({ code }) => code !== 'setup-list-unknown');
  return isSeen
    ? failure(...all)
    : failure(problem('setup-no-page', '', { limit: reached ?? '' }), ...all);
}

/** Whether a list is beside the entries of a file, which are written otherwise. */
function isAside({ path, format, entries }: FoundPage, { pages }: SiteFiles): boolean {
  const file = pages.find((each) => each.path === path);
  return (
    (format === 'markdown-list' || format === 'markdown-sections') &&
    file !== undefined &&
    isRatherOtherwise(file, entries.length)
  );
}

/** Whether somebody who asks for a list by its address gets this one; a folder of files has one list only. */
export async function isFoundByAddress(site: SiteFiles, list: ListCandidate): Promise<boolean> {
  const [page] = list.pages;
  const own = site.pages.filter(({ path }) => path === page?.path);
  if (page === undefined || own.length === 0) return true;
  const { pages } = await findAsked({ ...site, pages: own }, listAddress(list));
  const [first, ...rivals] = equalLists(rankAsked(pairLocales(pages, () => undefined)));
  const { format, entries } = first?.pages[0] ?? {};
  return rivals.length === 0 && format === page.format && entries?.length === page.entries.length;
}

interface AskedPages extends FoundPages {
  /** What else is in the file that somebody asks for and may be a list, though it does not look like one of organizations. */
  readonly further: readonly FoundPage[];
}

/** The lists that somebody asks for: those that look like lists of organizations, or else any others. */
async function findAsked({ pages }: SiteFiles, asked: string): Promise<AskedPages> {
  const path = pathOfAsked(asked);
  if (!pages.some((each) => each.path === path)) {
    const found = await findFolders(pages, true);
    const isMeant = (page: FoundPage) => !path?.includes('*') || page.path === path;
    return { ...found, pages: found.pages.filter(isMeant), further: [] };
  }
  const within = /#(.*)$/s.exec(asked)?.[1];
  const usual = within === undefined ? await findPages(pages) : undefined;
  const all = await findPages(pages, { within });
  if (usual === undefined || usual.pages.length === 0) return { ...all, further: [] };
  const further = all.pages.filter((page) => isFurther(page, usual.pages));
  return { ...usual, further };
}

/** Whether a table or list has entries, and none that one of these lists has: of headings, any file has many. */
function isFurther({ format, entries }: FoundPage, usual: readonly FoundPage[]): boolean {
  const names = new Set(entries.map(({ company }) => company));
  const isOther = (page: FoundPage) => !page.entries.some(({ company }) => names.has(company));
  return format !== 'markdown-sections' && entries.length > 0 && usual.every(isOther);
}

/** The file of a list that somebody asks for. */
export function pathOfAsked(asked: string | undefined): string | undefined {
  return asked?.replace(/#.*$/s, '').replace(/^\.\//, '');
}

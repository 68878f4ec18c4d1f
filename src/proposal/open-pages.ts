import type { Configuration } from '../config/configuration.ts';
import {
  type Entry,
  type Field,
  type FolderFile,
  folderFile,
  type List,
  type ListFormat,
  loadFormat,
  type TextFile,
} from '../list/list.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { isSameCompany } from '../submission/same-company.ts';
import { folderLimits, type PageFolder, type PageText, type Snapshot } from './snapshot.ts';

/** One locale's page, read for editing. */
export interface OpenPage {
  readonly locale: string;
  readonly list: List;
}

/** Reads every locale's page, or says all that is in the way. */
export async function openPages(
  snapshot: Snapshot,
  configuration: Configuration,
): Promise<Result<readonly OpenPage[]>> {
  return readPages(snapshot, configuration, await loadFormat(configuration.format));
}

/** Reads every locale's page in a format that is loaded already. */
export function readPages(
  snapshot: Snapshot,
  configuration: Configuration,
  format: ListFormat,
): Result<readonly OpenPage[]> {
  const pages: OpenPage[] = [];
  const problems: Problem[] = [];
  for (const locale of configuration.locales) {
    const list = readPage(locale, snapshot, configuration, format);
    if (list.ok) pages.push({ locale, list: list.value });
    else problems.push(...list.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : success(pages);
}

/** Reads one locale's page, or says what is in the way. */
export function readPage(
  locale: string,
  snapshot: Snapshot,
  { locales, pages, within, markup, fields, reformat, logo }: Configuration,
  format: ListFormat,
): Result<List> {
  const path = pages[locale] ?? '';
  // Messages name a locale only if there are several.
  const said = locales.length > 1 ? locale : '';
  // Git keeps no folder without files.
  const nobody = format.id === 'entry-files' ? { files: [], others: [] } : undefined;
  const page = snapshot.pages[locale] ?? nobody;
  if (page === undefined) return failure(problem('page-missing', path, { locale: said }));
  const file = toFile(page, path, said);
  return file.ok ? format.read(file.value, { within, markup, fields, reformat, logo }) : file;
}

/** A page, or a folder of entries, as formats read it; or why it is none. */
function toFile(page: PageText | PageFolder, path: string, locale: string): Result<TextFile> {
  if (page === 'not-utf8') return failure(problem('page-not-utf8', path, { locale }));
  if ('text' in page) return success({ path, text: page.text });
  const { others, inside = [] } = page;
  const tooLarge = folderTooLarge(page, path);
  if (tooLarge !== undefined) return failure(tooLarge);
  const files: FolderFile[] = [];
  const problems: Problem[] = [];
  for (const { path: own, content } of page.files) {
    if (content === 'not-utf8') problems.push(problem('page-not-utf8', own, { locale }));
    else if ('text' in content) files.push({ path: own, text: content.text });
  }
  return problems.length > 0
    ? { ok: false, problems }
    : success(folderFile(path, { files, others, inside }));
}

/** The problem of a folder that was not read, with its largest file: often that one is not an entry. */
function folderTooLarge({ files }: PageFolder, path: string): Problem | undefined {
  const unread = files.flatMap(({ path, content }) =>
    content !== 'not-utf8' && 'bytes' in content ? [{ path, bytes: content.bytes }] : [],
  );
  const [largest] = unread.toSorted((one, other) => other.bytes - one.bytes);
  if (largest === undefined) return undefined;
  return problem('folder-too-large', path, {
    count: unread.length,
    limit: folderLimits.files,
    size: unread.reduce((sum, { bytes }) => sum + bytes, 0),
    bytes: folderLimits.bytes,
    largest: largest.path,
    largestSize: largest.bytes,
  });
}

/** Whether entries of a list have logos. */
export function showsLogos({ fields }: List): boolean {
  return fields.some(({ role }) => role === 'logo');
}

/** The field of a list that has logos for dark pages; nothing where it has none. */
export function darkField({ fields }: List): Field | undefined {
  return fields.find(({ role }) => role === 'logo-dark');
}

/** Whether a page has logos for dark pages beside the others. */
export function showsDarkLogos(pages: readonly OpenPage[]): boolean {
  return pages.some(({ list }) => darkField(list) !== undefined);
}

/** Whether entries of a list have links of their own, beside the homepage of the company. */
export function showsLinks({ fields }: List): boolean {
  return fields.some(({ role }) => role === 'link');
}

/** The entry of a company: the same name after NFKC, case folding and folding of blanks. */
export function entryOf({ list }: OpenPage, company: string): Entry | undefined {
  return list.entries.find((entry) => isSameCompany(entry.company, company));
}

/**
 * The pages that a company's new logo is on, where a list has others for dark pages; nothing where it has none.
 *
 * @param hasDark whether another one for dark pages is given with it
 */
export function logoBackgrounds(
  pages: readonly OpenPage[],
  company: string,
  hasDark: boolean,
): 'light' | 'both' | undefined {
  if (!showsDarkLogos(pages)) return undefined;
  const known = pages.flatMap((page) => entryOf(page, company) ?? []);
  const hasOther = known.some(({ logo, darkLogo = logo }) => darkLogo !== logo);
  return hasDark || hasOther ? 'light' : 'both';
}

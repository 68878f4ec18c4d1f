import { setImmediate } from 'node:timers/promises';
import type { Configuration } from '../config/configuration.ts';
import { loadFormat } from '../list/list.ts';
import type { Problem } from '../problem/problem.ts';
import { readPage } from '../proposal/open-pages.ts';
import type { Snapshot } from '../proposal/snapshot.ts';
import { checkOrder, checkRepetitions, checkSlots } from './check-entries.ts';
import { checkFences } from './check-fences.ts';
import { checkFields } from './check-fields.ts';
import { checkLogosNamed, checkLogosUnused } from './check-logo-files.ts';
import { checkLogoPictures, type LogoReader } from './check-logo-pictures.ts';
import { checkTexts } from './check-texts.ts';
import { type CheckedPage, toCheckedPage } from './checked-page.ts';
import { compareLocales } from './compare-locales.ts';
import { type Finding, finding } from './finding.ts';
import { filesInUse, logoUses } from './logo-use.ts';
import { problemFinding } from './problem-finding.ts';

/** What a check looks at. */
export interface CheckInputs {
  readonly configuration: Configuration;
  readonly snapshot: Snapshot;
  readonly reader: LogoReader;
}

/**
 * Checks a repository's pages and logos. A page that cannot be read is one finding, and the others are checked all
 * the same.
 *
 * @returns what was found, by path and line; an error should be fixed, a warning is worth a look
 */
export async function checkRepository(inputs: CheckInputs): Promise<readonly Finding[]> {
  const { configuration, snapshot, reader } = inputs;
  const format = await loadFormat(configuration.format);
  const read: { readonly locale: string; readonly page: ReturnType<typeof readPage> }[] = [];
  for (const locale of configuration.locales) {
    // A large page takes seconds, in which an app has others to answer.
    await setImmediate();
    read.push({ locale, page: readPage(locale, snapshot, configuration, format) });
  }
  const pages = read.flatMap(({ locale, page }) =>
    page.ok ? [toCheckedPage(page.value, locale)] : [],
  );
  const unreadable = read.flatMap(({ locale, page }) =>
    page.ok ? [] : page.problems.map((found) => unreadablePage(found, locale)),
  );
  const uses = logoUses(pages, configuration, snapshot.logos);
  const showsLogos = configuration.logo.need !== 'none';
  const present = new Set(snapshot.logos);
  // What is for dark pages is not judged on a light one.
  const light = filesInUse(uses.filter(({ isDark }) => !isDark));
  const files = [...light.keys()].filter((path) => present.has(path));
  const found = [
    ...unreadable,
    ...(configuration.format.startsWith('markdown') ? checkAllFences(snapshot, configuration) : []),
    ...(await checkPages(pages, configuration)),
    ...compareLocales(pages, configuration.format === 'front-matter-table'),
    ...(showsLogos ? checkLogosNamed(uses, snapshot.logos, configuration) : []),
    // A page that cannot be read may use any of them.
    ...(showsLogos && unreadable.length === 0
      ? checkLogosUnused(uses, snapshot.logos, textsOf(snapshot))
      : []),
    ...(await checkLogoPictures(files, configuration.logo.size, reader)),
  ];
  return found.toSorted(byPlace);
}

async function checkPages(
  pages: readonly CheckedPage[],
  configuration: Configuration,
): Promise<Finding[]> {
  const found: Finding[][] = [];
  for (const page of pages) {
    await setImmediate();
    found.push(checkPage(page, configuration));
  }
  return found.flat();
}

function checkPage(page: CheckedPage, configuration: Configuration): Finding[] {
  const { list, locale } = page;
  const flaws = list.format.flaws?.(list) ?? [];
  return [
    ...checkSlots(page),
    ...checkRepetitions(page),
    // Files of a folder are in the order of their names.
    ...(list.folder ? [] : checkOrder(page, configuration.order)),
    ...checkTexts(page),
    ...checkFields(page, configuration),
    ...flaws.map(({ code, line, values }) =>
      finding(code, { path: list.path, line, locale }, values),
    ),
  ];
}

/** What is never closed in a page may hide the list itself, so that this is looked for in every page. */
function checkAllFences({ pages }: Snapshot, configuration: Configuration): Finding[] {
  return configuration.locales.flatMap((locale) => {
    const file = pages[locale];
    const path = configuration.pages[locale] ?? '';
    return typeof file === 'object' && 'text' in file
      ? checkFences({ path, text: file.text }, locale)
      : [];
  });
}

function textsOf({ pages }: Snapshot): readonly string[] {
  return Object.values(pages).flatMap((page) => {
    const contents =
      typeof page === 'object' && 'files' in page ? page.files.map((each) => each.content) : [page];
    return contents.flatMap((each) =>
      typeof each === 'object' && 'text' in each ? [each.text] : [],
    );
  });
}

/** A page's problem names its path as the field, and its line where there is one. */
function unreadablePage(found: Problem, locale: string): Finding {
  return { line: 1, ...problemFinding(found, found.field), locale };
}

function byPlace(one: Finding, other: Finding): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}

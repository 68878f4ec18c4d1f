import type { Configuration } from '../config/configuration.ts';
import { loadFormat } from '../list/list.ts';
import type { Problem } from '../problem/problem.ts';
import { readPage } from '../proposal/open-pages.ts';
import type { Snapshot } from '../proposal/snapshot.ts';
import { checkOrder, checkRepetitions, checkSlots } from './check-entries.ts';
import { checkLogosNamed, checkLogosUnused } from './check-logo-files.ts';
import { checkLogoPictures, type LogoReader } from './check-logo-pictures.ts';
import { checkTexts } from './check-texts.ts';
import { type CheckedPage, toCheckedPage } from './checked-page.ts';
import { compareLocales } from './compare-locales.ts';
import type { Finding } from './finding.ts';
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
  const read = configuration.locales.map((locale) => ({
    locale,
    page: readPage(locale, snapshot, configuration, format),
  }));
  const pages = read.flatMap(({ locale, page }) =>
    page.ok ? [toCheckedPage(page.value, locale)] : [],
  );
  const unreadable = read.flatMap(({ locale, page }) =>
    page.ok ? [] : page.problems.map((found) => unreadablePage(found, locale)),
  );
  const uses = logoUses(pages, configuration);
  const texts = textsOf(snapshot);
  const present = new Set(snapshot.logos);
  const files = [...filesInUse(uses).keys()].filter((path) => present.has(path));
  const found = [
    ...unreadable,
    ...pages.flatMap((page) => checkPage(page, configuration)),
    ...compareLocales(pages),
    ...checkLogosNamed(uses, snapshot.logos, configuration),
    ...(texts.length === 0 ? [] : checkLogosUnused(uses, snapshot.logos, texts)),
    ...(await checkLogoPictures(files, configuration.logo.size, reader)),
  ];
  return found.toSorted(byPlace);
}

function checkPage(page: CheckedPage, { order }: Configuration): Finding[] {
  return [
    ...checkSlots(page),
    ...checkRepetitions(page),
    ...(order === 'alphabetical' ? checkOrder(page) : []),
    ...checkTexts(page),
  ];
}

function textsOf({ pages }: Snapshot): readonly string[] {
  return Object.values(pages).flatMap((file) => (typeof file === 'object' ? [file.text] : []));
}

/** A page's problem names its path as the field, and its line where there is one. */
function unreadablePage(found: Problem, locale: string): Finding {
  return { line: 1, ...problemFinding(found, found.field), locale };
}

function byPlace(one: Finding, other: Finding): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}

import type { Configuration } from '../config/configuration.ts';
import { type Entry, entriesOf } from '../list/formats/front-matter-table/entries.ts';
import type { Page } from '../list/formats/front-matter-table/page.ts';
import { readPage } from '../list/formats/front-matter-table/read/read-page.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { isSameCompany } from '../submission/same-company.ts';
import type { Snapshot } from './snapshot.ts';

/** One locale's page, read for editing. */
export interface OpenPage {
  readonly locale: string;
  readonly page: Page;
  readonly entries: readonly Entry[];
}

/** Reads every locale's page, or says all that stands in the way. */
export function openPages(
  snapshot: Snapshot,
  configuration: Configuration,
): Result<readonly OpenPage[]> {
  const pages: OpenPage[] = [];
  const problems: Problem[] = [];
  for (const locale of configuration.locales) {
    const page = openPage(locale, snapshot, configuration);
    if (page.ok) pages.push({ locale, page: page.value, entries: entriesOf(page.value) });
    else problems.push(...page.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : success(pages);
}

/** Reads one locale's page, or says what stands in the way. */
export function openPage(
  locale: string,
  snapshot: Snapshot,
  { pages, table }: Configuration,
): Result<Page> {
  const path = pages[locale] ?? '';
  const file = snapshot.pages[locale];
  if (file === undefined) return failure(problem('page-missing', path, { locale }));
  if (file === 'not-utf8') return failure(problem('page-not-utf8', path, { locale }));
  return readPage(file.text, { table, path });
}

/** The entry of a company: the same name after NFKC, case folding and folding of blanks. */
export function entryOf({ entries }: OpenPage, company: string): Entry | undefined {
  return entries.find((entry) => isSameCompany(entry.company, company));
}

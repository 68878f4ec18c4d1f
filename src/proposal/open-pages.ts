import type { Configuration } from '../config/configuration.ts';
import { type Entry, entriesOf } from '../page/entries.ts';
import type { Page } from '../page/page.ts';
import { readPage } from '../page/read/read-page.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Result, success } from '../problem/result.ts';
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
    const path = configuration.pages[locale] ?? '';
    const file = snapshot.pages[locale];
    if (file === undefined || file === 'not-utf8') {
      const code = file === undefined ? 'page-missing' : 'page-not-utf8';
      problems.push(problem(code, path, { locale }));
      continue;
    }
    const page = readPage(file.text, { table: configuration.table, path });
    if (page.ok) pages.push({ locale, page: page.value, entries: entriesOf(page.value) });
    else problems.push(...page.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : success(pages);
}

/** The entry of a company: the same name after NFKC, case folding and folding of blanks. */
export function entryOf({ entries }: OpenPage, company: string): Entry | undefined {
  return entries.find((entry) => isSameCompany(entry.company, company));
}

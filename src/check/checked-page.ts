import { type Entry, entriesOf } from '../list/formats/front-matter-table/entries.ts';
import type { Page } from '../list/formats/front-matter-table/page.ts';
import { companyKey } from '../submission/same-company.ts';
import { lineFinder } from '../text/line-finder.ts';
import type { PagePlace } from './finding.ts';

/** One locale's page with its entries, in reading order. */
export interface CheckedPage {
  readonly locale: string;
  readonly page: Page;
  readonly entries: readonly CheckedEntry[];
  /** The place of an offset into the page's text. */
  placeAt(offset: number): PagePlace;
}

/** An entry, with what is asked of it again and again. */
export interface CheckedEntry extends Entry {
  /** Equal for two spellings of one company; empty where the entry has no name. */
  readonly key: string;
  /** Where the entry begins. */
  readonly place: PagePlace;
}

/** Prepares a page for checking. */
export function toCheckedPage(page: Page, locale: string): CheckedPage {
  const lineOf = lineFinder(page.text);
  const placeAt = (offset: number): PagePlace => ({
    path: page.path,
    line: lineOf(offset),
    locale,
  });
  const entries = entriesOf(page).map((entry) => ({
    ...entry,
    key: companyKey(entry.company),
    place: placeAt(entry.logoCell?.start ?? entry.textCell?.start ?? 0),
  }));
  return { locale, page, entries, placeAt };
}

import { type Entry, fileAt, type List, samePlaceKey } from '../list/list.ts';
import { companyKey } from '../submission/same-company.ts';
import { lineFinder } from '../text/line-finder.ts';
import type { PagePlace } from './finding.ts';

/** One locale's page with its entries, in reading order. */
export interface CheckedPage {
  readonly locale: string;
  readonly list: List;
  readonly entries: readonly CheckedEntry[];
  /** The place of an offset into the page's text. */
  placeAt(offset: number): PagePlace;
}

/** An entry, with what is often asked of it. */
export interface CheckedEntry extends Omit<Entry, 'place'> {
  /** Equal for two spellings of one company; empty where the entry has no name. */
  readonly key: string;
  /** Where the entry begins. */
  readonly place: PagePlace;
  /** Equal for places that correspond in two locales. */
  readonly placeKey: string;
  /** As the list has it. */
  readonly entry: Entry;
}

/** Prepares a page for checking. */
export function toCheckedPage(list: List, locale: string): CheckedPage {
  const lineOf = lineFinder(list.text);
  const placeAt = (offset: number): PagePlace => {
    const { file, start } = fileAt(list, offset);
    return { path: file.path, line: lineOf(offset) - lineOf(start) + 1, locale };
  };
  const entries = list.entries.map((entry) => ({
    ...entry,
    key: companyKey(entry.company),
    place: { path: entry.place.path ?? list.path, line: entry.place.line, locale },
    placeKey: samePlaceKey(entry.place),
    entry,
  }));
  return { locale, list, entries, placeAt };
}

import type { CheckedEntry, CheckedPage } from './checked-page.ts';
import { type Finding, finding } from './finding.ts';

/** A page's entries by what they are found by. */
interface Index extends CheckedPage {
  readonly byKey: ReadonlyMap<string, CheckedEntry>;
  readonly byLogo: ReadonlyMap<string, CheckedEntry>;
  readonly byHomepage: ReadonlyMap<string, CheckedEntry>;
  /** Entries without a name, by their place and by the company before them. */
  readonly nameless: ReadonlyMap<string, CheckedEntry>;
  /** The company before each entry. */
  readonly before: ReadonlyMap<CheckedEntry, string>;
}

/**
 * Finds companies that are on one locale's page and not on another's: once each, at the first page that has them.
 *
 * A company under another name but with the same logo or homepage is told as such. An entry without a name has a finding
 * already: the company that it seems to be is not missing too.
 *
 * @param areAlike whether pages should have the same companies under the same names, as tables of logos do; in other lists
 *   names may be translated, and a company may be wanted in one language only
 */
export function compareLocales(pages: readonly CheckedPage[], areAlike: boolean): Finding[] {
  const indexes = pages.map(toIndex);
  const seen = new Set<string>();
  const explained = new Set<CheckedEntry>();
  return indexes.flatMap((page) =>
    [...page.byKey.values()].flatMap((entry) => {
      if (seen.has(entry.key) || explained.has(entry)) return [];
      seen.add(entry.key);
      return compareEntry(entry, page, indexes, { explained, areAlike });
    }),
  );
}

interface Comparison {
  readonly explained: Set<CheckedEntry>;
  readonly areAlike: boolean;
}

function compareEntry(
  entry: CheckedEntry,
  page: Index,
  pages: readonly Index[],
  { explained, areAlike }: Comparison,
): Finding[] {
  const found: Finding[] = [];
  const lacking: string[] = [];
  for (const other of pages) {
    if (other.byKey.has(entry.key)) continue;
    const same = withSameLogo(entry, page, other) ?? withSameHomepage(entry, page, other);
    const match = same ?? standIn(entry, page, other, explained);
    if (match === undefined) {
      lacking.push(other.locale);
      continue;
    }
    explained.add(match);
    // Names may be translated; a homepage is not.
    if (match.key === '' || !areAlike) continue;
    const values = { company: match.company, other: entry.company, locale: page.locale };
    found.push(finding('company-named-differently', match.place, values));
  }
  if (lacking.length > 0) {
    const values = { company: entry.company, locales: lacking.join(', ') };
    const code = areAlike ? 'company-not-in-locale' : 'company-in-few-locales';
    found.push(finding(code, entry.place, values));
  }
  return found;
}

/** The entry on another page that shows the same logo, unless that company is on this page too. */
function withSameLogo(entry: CheckedEntry, page: Index, other: Index): CheckedEntry | undefined {
  const found = entry.logo === '' ? undefined : other.byLogo.get(entry.logo);
  return found !== undefined && page.byKey.has(found.key) ? undefined : found;
}

/** The entry on another page with the same homepage, unless that company is on this page too. */
function withSameHomepage(
  { homepage = '' }: CheckedEntry,
  page: Index,
  other: Index,
): CheckedEntry | undefined {
  const found = homepage === '' ? undefined : other.byHomepage.get(homepage);
  return found !== undefined && page.byKey.has(found.key) ? undefined : found;
}

/** The entry without a name on another page that is in the same place, or after the same company. */
function standIn(
  entry: CheckedEntry,
  page: Index,
  other: Index,
  explained: ReadonlySet<CheckedEntry>,
): CheckedEntry | undefined {
  const places = [entry.placeKey, afterKey(page.before.get(entry))];
  const candidates = places.map((place) => other.nameless.get(place));
  return candidates.find((found) => found !== undefined && !explained.has(found));
}

function afterKey(company: string | undefined): string {
  return `after ${company ?? ''}`;
}

function toIndex(page: CheckedPage): Index {
  const { entries } = page;
  const before = new Map(
    entries.map((entry, index) => [entry, entries[index - 1]?.key ?? ''] as const),
  );
  const nameless = entries.filter(({ key }) => key === '');
  return {
    ...page,
    byKey: firstBy(entries, ({ key }) => key),
    byLogo: firstBy(entries, ({ logo }) => logo),
    byHomepage: firstBy(entries, ({ homepage = '' }) => homepage),
    nameless: new Map(
      nameless.flatMap((entry) => [
        [entry.placeKey, entry],
        [afterKey(before.get(entry)), entry],
      ]),
    ),
    before,
  };
}

function firstBy(
  entries: readonly CheckedEntry[],
  keyOf: (entry: CheckedEntry) => string,
): ReadonlyMap<string, CheckedEntry> {
  const first = new Map<string, CheckedEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== '' && !first.has(key)) first.set(key, entry);
  }
  return first;
}

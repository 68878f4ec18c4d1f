import type { FoundPage } from './found-list.ts';
import { type PathReading, readingsOf } from './locale-marks.ts';

/** One list in its locales; the first is the source locale. */
export interface PageGroup {
  readonly format: FoundPage['format'];
  /** The heading above it, or the key to it, which is the same in all locales; else empty. */
  readonly within: string;
  readonly pages: readonly LocalePage[];
  /** How many companies the fullest of them has. */
  readonly companies: number;
}

/** A page with its locale. */
export interface LocalePage extends FoundPage {
  readonly locale: string;
}

interface ReadPage {
  readonly page: FoundPage;
  readonly locale: string | undefined;
}

/**
 * Pairs pages of one list by their parallel paths. The source locale is the one whose path names none; else the
 * site's default language, else English, else the first by path.
 *
 * @param defaultLanguageOf the default language of the site to which a path belongs, where that is known
 * @param writtenLanguageOf the language of a page, where its text tells
 */
export function pairLocales(
  pages: readonly FoundPage[],
  defaultLanguageOf: (path: string) => string | undefined,
  writtenLanguageOf: (path: string) => string | undefined = () => undefined,
): readonly PageGroup[] {
  return group(pages).map((members) => toGroup(members, defaultLanguageOf, writtenLanguageOf));
}

function group(pages: readonly FoundPage[]): readonly (readonly ReadPage[])[] {
  const readings = pages.map((page) => readingsOf(page.path));
  const keyOf = (page: FoundPage, common: string) => `${listKey(page)}\n${common}`;
  const sharing = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    const keys = new Set((readings[index] ?? []).map(({ common }) => keyOf(page, common)));
    for (const key of keys) sharing.set(key, (sharing.get(key) ?? 0) + 1);
  }
  const groups = new Map<string, ReadPage[]>();
  for (const [index, page] of pages.entries()) {
    const { common, locale } = bestReading(
      readings[index] ?? [],
      (reading) => sharing.get(keyOf(page, reading.common)) ?? 0,
    );
    const key = keyOf(page, common);
    const members = groups.get(key) ?? [];
    const isTaken = members.some((member) => member.locale === locale);
    if (isTaken) groups.set(keyOf(page, `${page.path}\n`), [{ page, locale }]);
    else groups.set(key, [...members, { page, locale }]);
  }
  return [...groups.values()];
}

/** Equal for what may be one list in several locales: the only list of a page has a heading in its own language. */
function listKey({ format, within, isOneOfSeveral }: FoundPage): string {
  const isNamed = isOneOfSeveral || format === 'front-matter-table';
  return `${format} ${isNamed ? within.toLowerCase() : ''}`;
}

/** The reading that most pages share; a single page has a locale only if its path says so clearly. */
function bestReading(
  readings: readonly PathReading[],
  sharingOf: (reading: PathReading) => number,
): { common: string; locale: string | undefined } {
  const most = Math.max(...readings.map(sharingOf));
  const best =
    most > 1
      ? readings.find((reading) => sharingOf(reading) === most)
      : readings.find(({ isCertain }) => isCertain);
  return best ?? readings[0] ?? { common: '', locale: undefined };
}

function toGroup(
  members: readonly ReadPage[],
  defaultLanguageOf: (path: string) => string | undefined,
  writtenLanguageOf: (path: string) => string | undefined,
): PageGroup {
  const taken = new Set(members.map(({ locale }) => locale));
  const pages = members.map(({ page, locale: named }) => {
    const usual = [defaultLanguageOf(page.path), writtenLanguageOf(page.path), 'en', 'default'];
    const locale = named ?? usual.find((name) => name && !taken.has(name)) ?? 'en';
    return { ...page, locale };
  });
  const first = members[0]?.page.path ?? '';
  const source =
    pages.find((_page, index) => members[index]?.locale === undefined) ??
    pages.find(({ locale }) => locale === defaultLanguageOf(first)) ??
    pages.find(({ locale }) => locale === 'en') ??
    pages.find(({ locale }) => /^en[-_]/i.test(locale)) ??
    pages.toSorted((one, other) => (one.path < other.path ? -1 : 1))[0];
  const others = pages
    .filter((page) => page !== source)
    .sort((one, other) => (one.locale < other.locale ? -1 : 1));
  const format = members[0]?.page.format ?? 'front-matter-table';
  const names = new Set(pages.map(({ within }) => within));
  const [within = ''] = names.size === 1 ? names : [];
  const companies = Math.max(...pages.map(({ entries }) => entries.length));
  return { format, within, pages: source === undefined ? others : [source, ...others], companies };
}

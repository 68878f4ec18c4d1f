import type { FolderEntry } from './folder-list.ts';

/** A file's name that begins with a date, as Jekyll names posts: `2024-05-01-acme`. */
export interface DatedName {
  /** As written; empty if there is none. */
  readonly date: string;
  /** The separator after the date. */
  readonly gap: string;
  readonly name: string;
}

/** The date before a name; in Jekyll months and days may have one digit. */
const dated = /^(\d{4}-\d{1,2}-\d{1,2})([-_])(.+)$/su;

/** Splits a file's name, without its ending, into date and name. */
export function splitDate(stem: string): DatedName {
  const [, date = '', gap = '', name = stem] = dated.exec(stem) ?? [];
  return { date, gap, name };
}

/**
 * What goes before the name of a new file: today's date where most others have one, otherwise nothing.
 *
 * @param today as `2024-05-01`; the newest date of the others, if left out
 */
export function datePrefix(
  entries: readonly Pick<FolderEntry, 'stem'>[],
  today: string | undefined,
): string {
  const names = entries.map(({ stem }) => splitDate(stem)).filter(({ date }) => date !== '');
  const [newest] = names.toSorted((one, other) => (one.date < other.date ? 1 : -1));
  if (newest === undefined || names.length * 2 <= entries.length) return '';
  return `${today ?? newest.date}${newest.gap}`;
}

import { type TextFile, usualFormat } from '../../list/list.ts';
import type { Problem } from '../../problem/problem.ts';
import { compareNames } from '../../text/compare-names.ts';

/** A list of companies with their logos. */
export interface FoundPage {
  readonly path: string;
  /** The key to the list. */
  readonly table: string;
  readonly companies: readonly FoundCompany[];
  /** Whether the companies stand in alphabetical order today; not so where there are too few to tell. */
  readonly isAlphabetical: boolean;
}

/** A company with a logo. */
export interface FoundCompany {
  readonly name: string;
  /** The logo's address as the page names it. */
  readonly logo: string;
}

/** The lists among some files. */
export interface FoundPages {
  /** Also empty lists, for one may be the page of a further locale. */
  readonly pages: readonly FoundPage[];
  /** Why others that seem to be such lists cannot be edited. */
  readonly problems: readonly Problem[];
}

/** The only format for which a configuration and a form can be written. */
const format = usualFormat;

/** Whether a file is worth a search. */
export function mayHoldPage(file: TextFile): boolean {
  return format.mayHold(file);
}

/** Finds the lists in some files. */
export function findPages(files: readonly TextFile[]): FoundPages {
  const found = files.map((file) => format.find(file));
  const pages = found.flatMap(({ lists }) =>
    lists.map(({ path, at, entries }): FoundPage => {
      const companies = entries.map(({ company: name, logo }) => ({ name, logo }));
      return { path, table: at.within ?? '', companies, isAlphabetical: isAlphabetical(companies) };
    }),
  );
  return { pages, problems: found.flatMap(({ problems }) => problems) };
}

function isAlphabetical(companies: readonly FoundCompany[]): boolean {
  const names = companies.map(({ name }) => name);
  return (
    names.length > 2 &&
    names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0)
  );
}

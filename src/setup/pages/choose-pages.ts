import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { FoundPages } from './find-pages.ts';
import { type PageGroup, pairLocales } from './pair-locales.ts';

/** The pages that a configuration is written for, and those that were passed over. */
export interface ChosenPages {
  readonly group: PageGroup;
  readonly others: readonly PageGroup[];
  /** Why further pages cannot be edited. */
  readonly problems: readonly Problem[];
}

/**
 * Chooses among several tables of logos: the one with most companies, then with most locales, then the one called
 * `powered-by`, then the one that lies highest (older versions of a site are kept in deeper folders).
 *
 * @param limit how many files and folders were looked at, where there were more
 */
export function choosePages(
  found: FoundPages,
  defaultLanguageOf: (path: string) => string | undefined,
  limit: number | undefined,
): Result<ChosenPages> {
  const [group, ...others] = pairLocales(found.pages, defaultLanguageOf).toSorted(compareGroups);
  if (group !== undefined) return success({ group, others, problems: found.problems });
  return failure(problem('setup-no-page', '', { limit: limit ?? '' }), ...found.problems);
}

function compareGroups(one: PageGroup, other: PageGroup): number {
  return (
    other.companies - one.companies ||
    other.pages.length - one.pages.length ||
    Number(other.table === 'powered-by') - Number(one.table === 'powered-by') ||
    depthOf(one) - depthOf(other)
  );
}

function depthOf({ pages }: PageGroup): number {
  return pages[0]?.path.split('/').length ?? 0;
}

import type { Problem } from '../../problem/problem.ts';
import { isAside, type ListCandidate } from './rank-lists.ts';

/** The list that a configuration is written for, and those that were passed over. */
export interface ChosenList {
  readonly group: ListCandidate;
  readonly others: readonly OtherList[];
  /** Why further lists cannot be edited. */
  readonly problems: readonly Problem[];
}

/** A list that was passed over. */
export interface OtherList extends ListCandidate {
  /** By what it is used instead; nothing where another list is found by that. */
  readonly address: string | undefined;
}

/** Asks a person which of several lists is meant; nothing where they do not say. */
export type AskForList = (lists: readonly ListCandidate[]) => Promise<ListCandidate | undefined>;

/**
 * The lists among which only a person can choose: those in other files that look as much like the project's list as the
 * likeliest, and hold at least half as many.
 *
 * @param ranked the likeliest first
 * @returns only the likeliest where it is clear
 */
export function equalLists(ranked: readonly ListCandidate[]): readonly ListCandidate[] {
  const [first, ...others] = ranked;
  if (first === undefined || first.reason === 'pictures') return ranked.slice(0, 1);
  const isAsked = first.reason === 'asked';
  const rivals = others.filter(
    (other) =>
      other.strength === first.strength &&
      (isAsked ? other.format === first.format : pathOf(other) !== pathOf(first)) &&
      isAside(other) === isAside(first) &&
      other.companies * 2 >= first.companies,
  );
  return [first, ...rivals];
}

function pathOf({ pages }: ListCandidate): string | undefined {
  return pages[0]?.path;
}

/** How a person names a list on the command line. */
export function listAddress({ pages: [page] }: Pick<ListCandidate, 'pages'>): string {
  if (page === undefined) return '';
  return page.within === '' ? page.path : `${page.path}#${page.within}`;
}

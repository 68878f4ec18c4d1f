import type { Order } from '../../config/configuration.ts';
import { compareNames } from '../../text/compare-names.ts';
import type { List } from '../format.ts';
import { areLetters, type NameComparison, sortedBy } from './sorted-by.ts';

/** So many names of a group tell how it is sorted; of fewer, those of the other groups tell too. */
const tellingNames = 6;

/** The names of a list or of one of its groups, in its order; empty for an entry without one. */
export interface NamesInOrder {
  readonly names: readonly string[];
  /** Those of each other group. */
  readonly others?: readonly (readonly string[])[];
  /** The names of the groups. */
  readonly groups?: readonly string[];
}

/** The names in a group of a list, without those of entries that have none. */
export function namesInGroup({ entries, groups }: List, group: number): NamesInOrder {
  const named = entries.filter(({ company }) => company !== '');
  const all = Map.groupBy(named, ({ place }) => place.group);
  const namesOf = (index: number) => (all.get(index) ?? []).map(({ company }) => company);
  const others = [...all.keys()].filter((other) => other !== group);
  return { names: namesOf(group), others: others.map(namesOf), groups };
}

/**
 * Where a new name goes among those of a list or of one of its groups; nothing else moves.
 *
 * @returns the index that the new entry will have
 */
export function placeInOrder(list: NamesInOrder, name: string, order: Order): number {
  const { names } = list;
  if (order === 'prepend') return 0;
  const compare = comparisonIn(list, order);
  return compare === undefined ? names.length : alphabeticalPlace(names, name, compare);
}

/**
 * How the names of a list are sorted.
 *
 * @param order of the configuration; `as-is` goes on as the list is
 * @returns nothing where they are in order of arrival
 */
export function comparisonIn(
  { names, others = [], groups = [] }: NamesInOrder,
  order: Order,
): NameComparison | undefined {
  switch (order) {
    case 'append':
    case 'prepend':
      return undefined;
    case 'alphabetical':
      return compareNames;
    case 'as-is': {
      if (names.length >= tellingNames) return sortedBy([names]);
      const compare =
        sortedBy([names, ...others]) ?? (areLetters(groups) ? compareNames : undefined);
      return namesOutOfOrder(names, compare).length === 0 ? compare : undefined;
    }
    default:
      return order satisfies never;
  }
}

/**
 * The names that belong before the one they follow.
 *
 * @param names those of a group, without empty ones
 * @param compare nothing for a list in order of arrival
 * @returns their indexes
 */
export function namesOutOfOrder(
  names: readonly string[],
  compare: NameComparison | undefined,
): readonly number[] {
  if (compare === undefined) return [];
  return names.flatMap((name, index) => {
    const previous = names[index - 1];
    return previous !== undefined && compare(previous, name) > 0 ? [index] : [];
  });
}

/** The place with the fewest names on the wrong side of it; of several, the last: one that is misplaced misleads nobody. */
function alphabeticalPlace(
  names: readonly string[],
  name: string,
  compare: NameComparison,
): number {
  const isLater = names.map((other) => other !== '' && compare(other, name) > 0);
  let wrong = isLater.filter((later) => !later).length;
  let [best, fewest] = [0, wrong];
  for (const [index, later] of isLater.entries()) {
    wrong += later ? 1 : -1;
    if (wrong <= fewest) [best, fewest] = [index + 1, wrong];
  }
  return best;
}

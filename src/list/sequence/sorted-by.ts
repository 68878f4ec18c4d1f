import { compareNames } from '../../text/compare-names.ts';

/** Where one name belongs beside another: below 0 before it, above 0 behind it. */
export type NameComparison = (one: string, other: string) => number;

/** From this share of neighbours on, a list counts as alphabetical: in real lists, one entry in ten is put in a wrong place. */
const mostlySorted = 0.85;

/** So many of its names have to be in order together: a list of a few sorted parts is in none, and people go on at its end. */
const leastInOrder = 0.8;

/** Fewer neighbours may be in order by chance; of several groups, those of all count. */
const fewestPairs = { alone: 2, together: 3 };

/** Of fewer names nobody can tell that they are sorted by the numbers of their characters; then all of them are. */
const fewestByCode = 6;

/** How names are sorted: as readers do, or by the numbers of their characters, so that “Zinc” comes before “Ænix”. */
const comparisons: readonly NameComparison[] = [
  compareNames,
  (one, other) => {
    const [first, second] = [one.toLowerCase(), other.toLowerCase()];
    return first === second ? 0 : first < second ? -1 : 1;
  },
];

/**
 * How a list is sorted, but for a few of its names.
 *
 * @param groups the names of the list in its order, or those of each of its groups; empty for an entry without one
 * @returns nothing where it is in no order
 */
export function sortedBy(groups: readonly (readonly string[])[]): NameComparison | undefined {
  const named = groups
    .map((names) => names.filter((name) => name !== ''))
    .filter((names) => names.length > 0);
  const count = sum(named, (names) => names.length);
  const pairs = count - named.length;
  if (pairs < (named.length > 1 ? fewestPairs.together : fewestPairs.alone)) return undefined;
  let [best, most]: [NameComparison | undefined, number] = [undefined, 0];
  for (const compare of comparisons) {
    const inOrder = sum(named, (names) => pairsInOrder(names, compare));
    const together = sum(named, (names) => longestInOrder(names, compare));
    const isSorted =
      inOrder === pairs ||
      (compare === compareNames &&
        inOrder / pairs >= mostlySorted &&
        together / count >= leastInOrder);
    const isTelling = compare === compareNames || count >= fewestByCode;
    if (isSorted && isTelling && inOrder > most) [best, most] = [compare, inOrder];
  }
  return best;
}

/** Whether the groups of a list are letters, such as “A” or “X–Z”, so that nothing else can be its order. */
export function areLetters(groups: readonly string[]): boolean {
  return groups.length > 1 && groups.every((title) => letters.test(title));
}

const letters = /^[\p{L}\d#](?:\s?[-–—]\s?[\p{L}\d])?$/u;

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0);
}

function pairsInOrder(names: readonly string[], compare: NameComparison): number {
  const isBehind = (name: string, index: number) =>
    index > 0 && compare(names[index - 1] ?? '', name) <= 0;
  return names.filter(isBehind).length;
}

/** How many names can stay where they are if the fewest move to sort a list. */
function longestInOrder(names: readonly string[], compare: NameComparison): number {
  // The last name of a sorted selection of each length, the earliest that is possible.
  const last: string[] = [];
  for (const name of names) {
    let [from, to] = [0, last.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compare(last[middle] ?? '', name) <= 0) from = middle + 1;
      else to = middle;
    }
    last[from] = name;
  }
  return last.length;
}

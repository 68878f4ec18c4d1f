import type { Order } from '../../config/configuration.ts';
import { compareNames } from '../../text/compare-names.ts';

/** From this share of neighbours on, a list counts as alphabetical: in real lists, one entry in ten is put in a wrong place. */
const mostlySorted = 0.85;

/** So many of its names have to be in order together: a list of a few sorted parts is in none, and people go on at its end. */
const leastInOrder = 0.8;

/** Of fewer names nobody can tell whether they are in an order. */
const fewestNames = 3;

/**
 * Where a new name goes among those of a list; nothing else moves.
 *
 * @param names those of the list, in its order; empty for an entry without one
 * @returns the index that the new entry will have
 */
export function placeInOrder(names: readonly string[], name: string, order: Order): number {
  switch (order) {
    case 'append':
      return names.length;
    case 'prepend':
      return 0;
    case 'alphabetical':
      return alphabeticalPlace(names, name);
    case 'as-is':
      return isMostlySorted(names) ? alphabeticalPlace(names, name) : names.length;
    default:
      return order satisfies never;
  }
}

/**
 * The names that belong before the one they follow, where a list is kept in alphabetical order.
 *
 * @returns their indexes; none for a list in another order
 */
export function namesOutOfOrder(names: readonly string[], order: Order): readonly number[] {
  const isSorted = order === 'alphabetical' || (order === 'as-is' && isMostlySorted(names));
  if (!isSorted) return [];
  return names.flatMap((name, index) => {
    const previous = names[index - 1];
    return previous !== undefined && compareNames(previous, name) > 0 ? [index] : [];
  });
}

/** Whether names are in alphabetical order, but for a few: `as-is` goes on so. */
export function isMostlySorted(names: readonly string[]): boolean {
  if (names.length < fewestNames) return false;
  const pairs = names.length - 1;
  const inOrder = names.filter(
    (name, index) => index > 0 && compareNames(names[index - 1] ?? '', name) <= 0,
  );
  if (inOrder.length / pairs < mostlySorted) return false;
  return inOrder.length === pairs || countInOrder(names) / names.length >= leastInOrder;
}

/** How many names can stay where they are if the fewest move to sort a list. */
function countInOrder(names: readonly string[]): number {
  // The last name of a sorted selection of each length, the earliest that is possible.
  const last: string[] = [];
  for (const name of names) {
    let [from, to] = [0, last.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compareNames(last[middle] ?? '', name) <= 0) from = middle + 1;
      else to = middle;
    }
    last[from] = name;
  }
  return last.length;
}

/** The place with the fewest names on the wrong side of it; of several, the last: one that is misplaced misleads nobody. */
function alphabeticalPlace(names: readonly string[], name: string): number {
  const isLater = names.map((other) => other !== '' && compareNames(other, name) > 0);
  let wrong = isLater.filter((later) => !later).length;
  let [best, fewest] = [0, wrong];
  for (const [index, later] of isLater.entries()) {
    wrong += later ? 1 : -1;
    if (wrong <= fewest) [best, fewest] = [index + 1, wrong];
  }
  return best;
}

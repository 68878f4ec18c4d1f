import type { Entry } from '../format.ts';

/** Of fewer entries nobody can tell how all are written. */
const fewEntries = 3;

/**
 * The entry before a place, the one behind it, and so on outwards; where the group has few, those of the other groups too.
 *
 * @param index a place in the group
 */
export function nearestFirst<T extends Entry>(
  { entries, elsewhere }: { readonly entries: readonly T[]; readonly elsewhere: readonly T[] },
  index: number,
): readonly T[] {
  const distance = ({ place }: Entry) =>
    place.index < index ? (index - place.index) * 2 - 1 : (place.index - index + 1) * 2;
  const own = entries.toSorted((one, other) => distance(one) - distance(other));
  return own.length < fewEntries ? [...own, ...elsewhere] : own;
}

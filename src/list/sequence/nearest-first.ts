import type { Entry } from '../format.ts';

/** The entry before a place, the one behind it, and so on outwards. */
export function nearestFirst<T extends Entry>(entries: readonly T[], index: number): readonly T[] {
  const distance = ({ place }: Entry) =>
    place.index < index ? (index - place.index) * 2 - 1 : (place.index - index + 1) * 2;
  return entries.toSorted((one, other) => distance(one) - distance(other));
}

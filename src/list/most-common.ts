/** The value that is there most often; of several, the one that comes first. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.find((value) => counts.get(value) === most);
}

/** One entry may be a slip, and what was usual long ago is not anymore. */
const tellingNeighbours = 5;

/** What most of the nearest have; of several, the nearest. */
export function usualOf<T>(nearestFirst: readonly T[]): T | undefined {
  return mostCommon(nearestFirst.slice(0, tellingNeighbours));
}

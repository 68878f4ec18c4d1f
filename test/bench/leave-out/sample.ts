import type { Entry, List } from '../../../src/list/list.ts';

/** The first and the last entry of each group, and others spread over the list, in its order. */
export function sampleOf({ entries }: List, most: number): readonly Entry[] {
  const chosen = new Set<Entry>();
  const take = (entry: Entry | undefined) => {
    if (entry !== undefined && chosen.size < most) chosen.add(entry);
  };
  for (const group of new Set(entries.map(({ place }) => place.group))) {
    const own = entries.filter(({ place }) => place.group === group);
    take(own[0]);
    take(own.at(-1));
  }
  const step = Math.max(1, entries.length / Math.max(1, most - chosen.size));
  for (let at = 0; at < entries.length; at += step) take(entries[Math.floor(at)]);
  return entries.filter((entry) => chosen.has(entry));
}

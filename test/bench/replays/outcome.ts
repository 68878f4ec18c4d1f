import type { Entry, EntryValues, FoundList } from '../../../src/list/format.ts';

/** How a replay came out, from the best to the worst. */
export const outcomes = [
  'whole file the same',
  'entry the same, place other',
  'entry the same but for blanks',
  'entry differs',
  'refused',
  'wrong',
] as const;

/** One replay. */
export interface Replay {
  readonly id: string;
  readonly outcome: (typeof outcomes)[number];
  /** What was written and what a person wrote, or why nothing was written. */
  readonly details: readonly string[];
}

/** An entry's source as it is compared where blanks do not matter. */
export function withoutBlanks(source: string): string {
  return source.replace(/\s+/g, '');
}

/** The group that a person put an entry into: the one that has more entries than before. */
export function groupThatGrew(
  before: Pick<FoundList, 'groups' | 'entries'>,
  after: readonly Entry[],
): string | undefined {
  const count = (entries: readonly EntryValues[], name: string) =>
    entries.filter(({ group }) => group === name).length;
  return before.groups.find((name) => count(after, name) > count(before.entries, name));
}

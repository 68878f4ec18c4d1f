import { valueIn } from '../../data/fields/computed-keys.ts';
import { nextNumber, numbersIn, ordering } from '../../data/fields/next-number.ts';
import { splitDate } from './dated-name.ts';
import type { FolderEntry, FolderList } from './folder-list.ts';

/** Of one entry nobody can tell what follows from its name. */
const fewestEntries = 2;

/** What a new entry has for a key. */
type Computed = (stem: string) => string;

/**
 * Keys whose values follow from what is in the folder: a number by which entries are ordered, and what repeats the name or the
 * date of the file, as `slug: acme`, `permalink: /users/acme/` or `date: 2024-05-01`.
 */
export function computedKeys({
  entries,
  keys,
}: Pick<FolderList, 'entries' | 'keys'>): ReadonlyMap<string, Computed> {
  const computed = new Map<string, Computed>();
  if (entries.length < fewestEntries) return computed;
  for (const { name, role } of keys) {
    if (role !== 'none' && role !== 'since') continue;
    const values = entries.map(({ read }) => valueIn(read.data, name));
    const next = role === 'none' && ordering.test(name) ? nextNumber(values) : undefined;
    const pattern = next === undefined ? patternOf(values, entries) : undefined;
    const isGiven = pattern !== undefined && (role === 'none' || pattern.startsWith(dateMark));
    if (next !== undefined) computed.set(name, () => next);
    else if (isGiven) computed.set(name, (stem) => filled(pattern, stem));
  }
  return computed;
}

/** The key by whose numbers a site orders the entries of a folder; nothing where there is none, or most have the same. */
export function orderingKey({
  entries,
  keys,
}: Pick<FolderList, 'entries' | 'keys'>): string | undefined {
  return keys.find(({ name, role }) => {
    if (role !== 'none' || !ordering.test(name)) return false;
    const numbers = numbersIn(entries.map(({ read }) => valueIn(read.data, name)));
    return numbers.length * 2 > entries.length && new Set(numbers).size * 2 > entries.length;
  })?.name;
}

/** The number by which a site orders an entry; nothing where it has none. */
export function rankOf(entry: FolderEntry, key: string): number | undefined {
  return numbersIn([valueIn(entry.read.data, key)])[0];
}

/** What stands for a file's date in a pattern, in which `*` stands for its name. */
const dateMark = '\u0001';

/** What all values are, with marks in the place of the file's name and its date. */
function patternOf(
  values: readonly unknown[],
  entries: readonly FolderEntry[],
): string | undefined {
  const patterns = values.map((value, index) => {
    const { date, name } = splitDate(entries[index]?.stem ?? '');
    if (typeof value !== 'string' || value.includes('*') || value.includes(dateMark)) {
      return undefined;
    }
    const pattern = value.replaceAll(name, '*').replaceAll(date === '' ? dateMark : date, dateMark);
    return pattern === value ? undefined : pattern;
  });
  const [pattern] = patterns;
  if (patterns.every((each) => each === pattern)) return pattern;
  // The time of day is each entry's own.
  return patterns.every((each) => each?.startsWith(dateMark)) ? dateMark : undefined;
}

function filled(pattern: string, stem: string): string {
  const { date, name } = splitDate(stem);
  return pattern.replaceAll('*', () => name).replaceAll(dateMark, () => date);
}

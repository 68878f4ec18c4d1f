import { slugOf } from '../../../submission/slug.ts';
import { mostCommon } from '../../most-common.ts';
import { sameData } from '../../same-data.ts';
import type { DataEntry, DataKey } from '../data-list.ts';
import { findProperty } from '../data-value.ts';
import { nextNumber, ordering } from './next-number.ts';

/** Keys by which a page finds an entry; readers do not see them. */
const identifier = /^(?:id|slug|anchor|key|handle|ref)$/i;

/** Keys by which a page's owner highlights entries, with `true` or `false`. */
const distinction =
  /^(?:is[-_ ]?)?(?:pinned|featured|prominent|highlight(?:ed)?|favou?rite|promoted|starred)$/i;

/** With fewer entries, the same value in all may be a coincidence. */
export const enoughToTell = 3;

/** The ways to write a name as one word, the usual one first. */
const spellings: readonly ((slug: string) => string)[] = [
  (slug) => slug,
  (slug) => slug.replaceAll('-', '_'),
  (slug) => slug.replaceAll('-', ''),
];

/** The value of a key in a new entry, by the company's name. */
export type Computed = (company: string) => string;

type KeyedEntries = readonly Pick<DataEntry, 'company' | 'properties'>[];

/**
 * The value of a key that follows from the other entries: the next number, `false`, or the name as one word, if most entries
 * have that or the key is an identifier.
 *
 * @returns undefined if no value follows
 */
export function computedFor(
  { name, role }: Pick<DataKey, 'name' | 'role'>,
  entries: KeyedEntries,
): Computed | undefined {
  if (role !== 'none' || entries.length < 2) return undefined;
  const isNamed = identifier.test(name);
  const values = entries.map((entry) => valueIn(entry, name));
  if (isNamed || ordering.test(name)) {
    const next = nextNumber(values);
    if (next !== undefined) return () => next;
  }
  if (distinction.test(name) && values.every(isMark)) return () => 'false';
  const spell = spellingIn(name, entries, isNamed);
  if (spell === undefined) return undefined;
  const taken = new Set(values.map((value) => String(value).toLowerCase()));
  return (company) => {
    const slug = slugOf(company);
    let word = spell(slug);
    // Two entries with the same identifier would be one to a page.
    for (let count = 2; isNamed && taken.has(word); count += 1) word = spell(`${slug}-${count}`);
    return word;
  };
}

/** How the values of a key spell the companies' names; undefined if they do not. @param isNamed whether the key is an identifier */
function spellingIn(
  name: string,
  entries: KeyedEntries,
  isNamed: boolean,
): ((slug: string) => string) | undefined {
  const found = entries.flatMap((entry) => {
    const value = valueIn(entry, name);
    if (typeof value !== 'string' || value === '') return [];
    const slug = slugOf(entry.company);
    const isWord = /^[\w-]+$/.test(value);
    const spell = spellings.find((each) => isWord && each(slug) === value.toLowerCase());
    return [{ slug, spell }];
  });
  if (found.length * 2 < entries.length) return undefined;
  const alike = found.filter(({ spell }) => spell !== undefined);
  const isUsual = alike.length >= enoughToTell && alike.length * 4 >= found.length * 3;
  if (!isUsual && !isNamed) return undefined;
  // A single word is the same in all spellings.
  const telling = alike.filter(({ slug }) => slug.includes('-'));
  return mostCommon(telling.map(({ spell }) => spell)) ?? spellings[0];
}

/**
 * Whether the page's owner sets a key, so that the form does not ask for it: an identifier, or a mark that highlights entries.
 */
export function isSetByOwner(
  { name, role }: Pick<DataKey, 'name' | 'role'>,
  values: readonly unknown[],
): boolean {
  if (role !== 'none') return false;
  return identifier.test(name) || (distinction.test(name) && values.every(isMark));
}

/** With fewer entries, or fewer of either mark, the owner rather than the companies chose them. */
const enoughMarked = 8;
const leastOfEither = 3;
const leastShare = 0.25;

/**
 * Whether companies choose a mark that highlights entries, because many have `true` and many `false`: then the form asks for it,
 * and `false` is written without an answer.
 */
export function isChosen(
  { name, role }: Pick<DataKey, 'name' | 'role'>,
  values: readonly unknown[],
): boolean {
  if (role !== 'none' || !distinction.test(name) || !values.every(isMark)) return false;
  const marked = values.filter((value) => value === true).length;
  const fewer = Math.min(marked, values.length - marked);
  const isEnough = values.length >= enoughMarked && fewer >= leastOfEither;
  return isEnough && fewer >= values.length * leastShare;
}

function isMark(value: unknown): boolean {
  return typeof value === 'boolean';
}

/** Whether all entries have the same for a key, as `pinned: true`. */
export function isConstant(
  { name, role }: Pick<DataKey, 'name' | 'role'>,
  entries: KeyedEntries,
): boolean {
  const [first, ...others] = entries.map((entry) => valueIn(entry, name));
  const isEnough = entries.length >= enoughToTell || isMark(first);
  if (role !== 'none' || !isEnough) return false;
  return first !== undefined && others.every((value) => sameData(value, first));
}

/** The value of an entry's key as data; undefined where it has none. */
export function valueIn({ properties }: Pick<DataEntry, 'properties'>, name: string): unknown {
  return findProperty(properties, name)?.value.data;
}

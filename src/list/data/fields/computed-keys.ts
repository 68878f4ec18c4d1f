import { slugOf } from '../../../submission/slug.ts';
import { mostCommon } from '../../most-common.ts';
import { sameData } from '../../same-data.ts';
import type { DataEntry, DataKey } from '../data-list.ts';
import { nextNumber, ordering } from './next-number.ts';

/** Keys by which a page finds an entry; readers do not see them. */
const identifier = /^(?:id|slug|anchor|key|handle|ref)$/i;

/** Keys by which a page's owner highlights entries, with `true` or `false`. */
const distinction =
  /^(?:is[-_ ]?)?(?:pinned|featured|prominent|highlight(?:ed)?|favou?rite|promoted|starred)$/i;

/** With fewer entries, the same value in all may be a coincidence. */
const enoughToTell = 3;

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
  if (isNamed || ordering.test(name)) {
    const next = nextNumber(entries.map((entry) => valueIn(entry, name)));
    if (next !== undefined) return () => next;
  }
  const marks = entries.map((entry) => valueIn(entry, name));
  if (distinction.test(name) && marks.every(isMark)) return () => 'false';
  const found = entries.flatMap((entry) => {
    const value = valueIn(entry, name);
    if (typeof value !== 'string' || value === '') return [];
    if (!/^[\w-]+$/.test(value)) return [undefined];
    const slug = slugOf(entry.company);
    return [spellings.find((spell) => spell(slug) === value.toLowerCase())];
  });
  if (found.length * 2 < entries.length) return undefined;
  const like = found.filter((spell) => spell !== undefined);
  const isUsual = like.length >= enoughToTell && like.length * 4 >= found.length * 3;
  if (!isUsual && !isNamed) return undefined;
  // A single word is the same in all spellings.
  const parted = entries.flatMap((entry) => {
    const slug = slugOf(entry.company);
    const value = String(valueIn(entry, name)).toLowerCase();
    return slug.includes('-') ? (spellings.find((spell) => spell(slug) === value) ?? []) : [];
  });
  const spell = mostCommon(parted) ?? spellings[0];
  return spell && ((company) => spell(slugOf(company)));
}

/**
 * Whether nobody is asked for a key, though nothing may follow for it: an identifier, or a mark by which a page's owner sets
 * some entries apart.
 */
export function isOfPage(
  { name, role }: Pick<DataKey, 'name' | 'role'>,
  values: readonly unknown[],
): boolean {
  if (role !== 'none') return false;
  return identifier.test(name) || (distinction.test(name) && values.every(isMark));
}

/** Of fewer entries nobody can tell, and of fewer marks of a kind it was the owner who set these entries apart. */
const enoughMarked = 8;
const leastOfEither = 3;
const leastShare = 0.25;

/**
 * Whether companies choose for themselves a mark that sets some entries apart, since many say yes and many say no: then they are
 * asked, though a mark follows for who does not answer.
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

function valueIn({ properties }: KeyedEntries[number], name: string): unknown {
  return properties.find((each) => each.name === name)?.value.data;
}

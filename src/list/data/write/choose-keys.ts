import { ownValue } from '../../../text/own-value.ts';
import type { EntryValues } from '../../format.ts';
import type { DataEntry, DataKey } from '../data-list.ts';
import { type DataProperty, findProperty, holdsMore, isEmptyValue } from '../data-value.ts';
import { computedFor, enoughToTell } from '../fields/computed-keys.ts';
import { namesPictures } from '../fields/pictures.ts';
import { likesOf, type Neighbourhood, sourceOf } from './neighbours.ts';

/** A key of a new entry: with what was typed for it, or as another entry has it. */
export interface ChosenKey {
  readonly key: DataKey;
  readonly typed: string;
  readonly copied: DataProperty | undefined;
}

/**
 * What is given for a key. A company that gives one address has no story to link to.
 *
 * @param keys those of the list
 */
export function typedFor(
  { name, role, suffix = '' }: DataKey,
  { company, homepage, text, logo, darkLogo, link, fields }: Partial<EntryValues>,
  keys: readonly DataKey[],
): string | undefined {
  switch (role) {
    case 'name':
      return company && company + suffix;
    case 'homepage':
      return homepage;
    case 'text':
      return text;
    case 'logo':
      return logo;
    case 'logo-dark':
      return darkLogo;
    case 'link': {
      const isOther = link?.url !== homepage || !keys.some((key) => key.role === 'homepage');
      return (isOther ? link?.url : undefined) ?? ownValue(fields, name);
    }
    default:
      return ownValue(fields, name);
  }
}

/**
 * The keys of a new entry: those for which something was typed, those that others leave empty, and those in which all others
 * say the same.
 */
export function chooseKeys(around: Neighbourhood, values: EntryValues): readonly ChosenKey[] {
  const { keys } = around.list;
  const chosen = keys.flatMap((key): ChosenKey[] => {
    const typed = typedFor(key, values, keys) ?? '';
    if (typed !== '') return [{ key, typed, copied: undefined }];
    const copied = withoutValue(around, key);
    if (copied !== undefined) return [{ key, typed, copied }];
    const given = givenFor(around, key, values);
    return given === undefined ? [] : [{ key, typed: given, copied: undefined }];
  });
  return chosen;
}

/**
 * What follows from the others for a key for which nothing was typed: the name as one word, the next number, or, where all
 * have one more picture, the logo.
 */
function givenFor(
  around: Neighbourhood,
  key: DataKey,
  { company, logo }: EntryValues,
): string | undefined {
  const { entries, elsewhere } = around.list;
  const likes = likesOf(around, key.name);
  if (likes.length * 2 < around.neighbours.length) return undefined;
  const computed = computedFor(key, [...entries, ...elsewhere])?.(company);
  if (computed !== undefined) return computed;
  const isPicture =
    key.role === 'none' &&
    likes.length === around.neighbours.length &&
    namesPictures(likes.map(({ value }) => value));
  return isPicture && logo !== '' ? logo : undefined;
}

/** A key that all other entries have, with a value that nobody can type: an entry without it might break the page. */
export function unwritableKey(
  around: Neighbourhood,
  values: EntryValues,
): DataProperty | undefined {
  const { keys } = around.list;
  const untyped = keys.filter((key) => (typedFor(key, values, keys) ?? '') === '');
  const alike = untyped.map(({ name }) => likesOf(around, name));
  const blocked = alike.find(
    (likes) =>
      likes.length === around.neighbours.length && likes.every(({ value }) => holdsMore(value)),
  );
  return blocked?.[0];
}

function withoutValue(around: Neighbourhood, { name, role }: DataKey): DataProperty | undefined {
  const likes = likesOf(around, name);
  const all = around.neighbours.length;
  // One that leaves a key empty where most leave it out may be a slip; so may be the nearest alone.
  const empty = likes.filter(({ value }) => isEmptyValue(value));
  const [nearest] = around.neighbours;
  const isUsual = empty.length > 0 && empty.length >= all - likes.length;
  if (isUsual && nearest && findProperty(nearest.properties, name)) return empty[0];
  const [first] = likes;
  if (role !== 'none' || first === undefined || likes.length < all) return undefined;
  const { text } = around.list;
  const source = sourceOf(text, first);
  const isSame = likes.every((like) => sourceOf(text, like) === source);
  const isEnough = all >= enoughToTell || typeof first.value.data === 'boolean';
  return isSame && isEnough ? first : undefined;
}

/** Puts properties in the order of the entry that has most of them; one that it lacks goes behind the one before it elsewhere. */
export function inOrder<T extends { readonly name: string }>(
  chosen: readonly T[],
  neighbours: readonly DataEntry[],
): readonly T[] {
  const wanted = new Set(chosen.map(({ name }) => name));
  const orders = neighbours.map(({ properties }) =>
    properties.map(({ name }) => name).filter((name) => wanted.has(name)),
  );
  const most = Math.max(0, ...orders.map((order) => order.length));
  const order = [...(orders.find(({ length }) => length === most) ?? [])];
  for (const name of wanted) {
    if (order.includes(name)) continue;
    const other = orders.find((each) => each.includes(name)) ?? [...wanted];
    const before = other.slice(0, other.indexOf(name)).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  }
  return chosen.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

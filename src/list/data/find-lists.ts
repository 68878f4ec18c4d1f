import type { ListLocation } from '../format.ts';
import { type Named, nameLists } from '../sequence/named-lists.ts';
import type { DataArray, DataKey } from './data-list.ts';
import { type DataValue, findProperty } from './data-value.ts';
import { Expression } from './describe.ts';
import { keysOf } from './keys.ts';

/** The lists of a file that hold objects, or nothing, with the keys to them as their names, such as `adopters.vendors`. */
export function nameArrays(arrays: readonly DataArray[]): readonly Named<DataArray>[] {
  return nameLists(arrays, ({ words }) => {
    const names = words.map((_, index) => words.slice(0, index + 1).join('.'));
    return { within: names.at(-1) ?? '', title: words.at(-1) ?? '', above: names.slice(0, -1) };
  });
}

/** What a list of organizations is called that holds nobody yet. */
const usualNames =
  /(?:^|\b)(?:adopters?|users?|companies|organi[sz]ations|customers|members|vendors|logos|powered.?by|who.?uses)$/i;

/** Whether a key, a constant or a file is called as lists of organizations are. */
export function isNamedLikeList(name: string): boolean {
  return usualNames.test(stemOf(name));
}

/** A name, or that of a file without its folder and ending, with spaces between its words. */
function stemOf(name: string): string {
  const [stem = ''] = name.slice(name.lastIndexOf('/') + 1).split('.');
  return stem.replace(/([a-z\d])([A-Z])/g, '$1 $2');
}

/** What only lists of those who use a project are called. */
const certainNames = /(?:^|\b)(?:adopters?|powered.?by|who.?uses)$/i;

/** What any list may be called: the file's name says more. */
const anyName = /^(?:data|default|entries|items|list)$/i;

/** Whether a list is called as only lists of those who use a project are, by its key or else by its file. */
function isCertain({ words }: DataArray, path: string): boolean {
  const own = words.at(-1);
  const name = own === undefined || anyName.test(own) ? path : own;
  return certainNames.test(stemOf(name));
}

/** Those of them that seem to list organizations; not the lists in their entries, nor the groups of such lists. */
export function organizationLists(
  named: readonly Named<DataArray>[],
  path: string,
  fields: ListLocation['fields'] = {},
): readonly Named<DataArray>[] {
  const found = named.filter(({ list: array }) =>
    holdsNoObjects(array)
      ? isNamedLikeList(array.words.at(-1) ?? path) || (holdsMuch(array) && isNamedLikeList(path))
      : listsOrganizations(array, fields, isNamedLikeList(array.words.at(-1) ?? path)) ||
        (isCertain(array, path) && hasNamesAndTexts(array, fields)),
  );
  // They come in the order of the file, a list in another one directly behind it.
  const lists = found.filter(({ list: array }, index) => {
    const roles = rolesOf(array, fields);
    const next = found[index + 1]?.list.value.start ?? Number.POSITIVE_INFINITY;
    const isGroup =
      next < array.value.end && !roles.includes('homepage') && !roles.includes('logo');
    return !isGroup;
  });
  let end = 0;
  return lists.filter(({ list: { value } }) => {
    const isInner = value.start < end;
    if (!isInner) end = value.end;
    return !isInner;
  });
}

/** Whether a list is empty, or holds code alone. */
function holdsNoObjects({ value: { items } }: DataArray): boolean {
  return items.every(({ data }) => data instanceof Expression);
}

function holdsMuch({ value: { items } }: DataArray): boolean {
  return items.length > 2;
}

/** More keys beside a name are those of something else. */
const mostBesideName = 1;

/** @param isNamed whether it is called as such lists are: then names or logos are enough */
function listsOrganizations(
  array: DataArray,
  fields: ListLocation['fields'],
  isNamed: boolean,
): boolean {
  const roles = rolesOf(array, fields);
  const has = (...wanted: readonly string[]) => roles.some((role) => wanted.includes(role));
  const isAlone = isNamed && roles.length <= 1 + mostBesideName && !has('contact');
  if (has('name')) return isAlone || has('homepage', 'logo', 'text', 'link');
  return has('logo') && (isNamed || roles.length > 1);
}

/** Whether the entries have a name, and texts besides it. */
function hasNamesAndTexts(
  { value: { items } }: DataArray,
  fields: ListLocation['fields'],
): boolean {
  const keys = usualKeysOf(items, fields);
  const isText = (name: string) =>
    items.some(({ properties }) => findProperty(properties, name)?.value.kind === 'text');
  return (
    keys.some(({ role }) => role === 'name') &&
    keys.some(({ name, role }) => role !== 'name' && isText(name))
  );
}

function rolesOf(
  { value: { items } }: DataArray,
  fields: ListLocation['fields'],
): readonly string[] {
  return usualKeysOf(items, fields).map(({ role }) => role);
}

/** The keys that half of the entries have: an odd key of one entry tells nothing of the list. */
function usualKeysOf(
  items: readonly DataValue[],
  fields: ListLocation['fields'],
): readonly DataKey[] {
  return keysOf(items, fields).filter(({ name }) => {
    const count = items.filter(({ properties }) => findProperty(properties, name) !== undefined);
    return count.length * 2 >= items.length;
  });
}

/** Whether lists are the groups of one: the organization's name, address and logo have the same keys, and so has most else. */
export function areAlike(
  arrays: readonly DataArray[],
  fields: ListLocation['fields'] = {},
): boolean {
  const filled = arrays.filter((array) => !holdsNoObjects(array));
  const [first, ...others] = filled.map(({ value }) =>
    usualKeysOf(value.items, fields).map(({ name }) => name),
  );
  return others.every((keys) => {
    const shared = keys.filter((key) => first?.includes(key)).length;
    return shared * 2 >= Math.max(keys.length, first?.length ?? 0);
  });
}

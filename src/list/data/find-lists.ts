import type { ListLocation } from '../format.ts';
import type { DataArray } from './data-list.ts';
import { Expression } from './describe.ts';
import { keysOf } from './keys.ts';

/** A list of a file, and the name by which a configuration finds it. */
export interface NamedArray {
  readonly array: DataArray;
  /** The words to it, as `adopters.vendors`; of further lists with the same words also which it is, as `users [2]`. */
  readonly within: string;
}

/** The lists of a file that hold objects, or nothing, with names. */
export function nameArrays(arrays: readonly DataArray[]): readonly NamedArray[] {
  const seen = new Map<string, number>();
  return arrays.map((array) => {
    const name = array.words.join('.');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { array, within: count === 1 ? name : `${name} [${count}]`.trim() };
  });
}

/** What a list of organizations is called that holds nobody yet. */
const usualNames =
  /(?:^|\b)(?:adopters?|users?|companies|organi[sz]ations|customers|members|vendors|logos|powered.?by|who.?uses)$/i;

/** Whether a key, a constant or a file is called as lists of organizations are. */
export function isNamedLikeList(name: string): boolean {
  const [stem = ''] = name.slice(name.lastIndexOf('/') + 1).split('.');
  return usualNames.test(stem);
}

/** Those of them that seem to list organizations; not the lists in their entries, nor the groups of such lists. */
export function organizationLists(
  named: readonly NamedArray[],
  path: string,
  fields: ListLocation['fields'] = {},
): readonly NamedArray[] {
  const found = named.filter(({ array }) =>
    holdsNoObjects(array)
      ? isNamedLikeList(array.words.at(-1) ?? path) || (holdsMuch(array) && isNamedLikeList(path))
      : listsOrganizations(array, fields),
  );
  // They come in the order of the file, a list in another one directly behind it.
  const lists = found.filter(({ array }, index) => {
    const roles = rolesOf(array, fields);
    const next = found[index + 1]?.array.value.start ?? Number.POSITIVE_INFINITY;
    const isGroup =
      next < array.value.end && !roles.includes('homepage') && !roles.includes('logo');
    return !isGroup;
  });
  let end = 0;
  return lists.filter(({ array: { value } }) => {
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

function listsOrganizations(array: DataArray, fields: ListLocation['fields']): boolean {
  const roles = rolesOf(array, fields);
  const has = (...wanted: readonly string[]) => roles.some((role) => wanted.includes(role));
  return has('name') ? has('homepage', 'logo', 'text', 'link') : has('logo') && roles.length > 1;
}

function rolesOf(
  { value: { items } }: DataArray,
  fields: ListLocation['fields'],
): readonly string[] {
  const keys = keysOf(items, fields);
  // Half of the entries have it: an odd key of one entry tells nothing of the list.
  return keys.flatMap(({ name, role }) => {
    const count = items.filter(({ properties }) => properties.some((each) => each.name === name));
    return count.length * 2 >= items.length ? [role] : [];
  });
}

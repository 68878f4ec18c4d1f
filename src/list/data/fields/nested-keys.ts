import { ownValue } from '../../../text/own-value.ts';
import type { ListLocation } from '../../format.ts';
import { type DataProperty, type DataValue, holdsMore, isEmptyValue } from '../data-value.ts';

/** The keys in the objects of a list's entries, by the keys of these objects. */
export type NestedKeys = ReadonlyMap<string, readonly string[]>;

/** A key of one word; others are rather labels that each entry chooses, and dots are between a key and one in its object. */
const oneWord = /^[^\s.]+$/;

/** A name with keys of its own has one for each language, and none of them is the name. */
const nameItself = /^(?:(?:full|display)[-_]?)?(?:name|title)$/i;

/**
 * The keys that the objects in a list's entries have in common, as `link: {text: …, url: …}`: these are fields of the list. An
 * object of which each entry chooses the keys has none, nor has one that is plain in some entries.
 *
 * @param fields as configured: a name with a dot is such a key, and an object that is named itself has none
 */
export function nestedKeysOf(
  items: readonly DataValue[],
  fields: ListLocation['fields'] = {},
): NestedKeys {
  const values = valuesByName(items.flatMap(({ properties }) => properties));
  const nested = new Map<string, readonly string[]>();
  for (const [name, all] of values) {
    const keys = oneWord.test(name) && !nameItself.test(name) ? sharedKeys(all) : [];
    const own = keys.filter((key) => !values.has(`${name}.${key}`));
    if (own.length > 0 && ownValue(fields, name) === undefined) nested.set(name, own);
  }
  for (const name of Object.keys(fields)) {
    const dot = name.indexOf('.');
    const [outer, key] = [name.slice(0, dot), name.slice(dot + 1)];
    const isNested =
      dot > 0 && key !== '' && !values.has(name) && ownValue(fields, outer) === undefined;
    if (!isNested) continue;
    const known = nested.get(outer) ?? [];
    if (!known.includes(key)) nested.set(outer, [...known, key]);
  }
  return nested;
}

/** The keys that most of some objects have, and nothing else; none where they differ, or are not all objects. */
function sharedKeys(values: readonly DataValue[]): readonly string[] {
  const full = values.filter((value) => !isEmptyValue(value));
  if (full.length === 0 || full.some(({ kind }) => kind !== 'object')) return [];
  const byKey = valuesByName(full.flatMap(({ properties }) => properties));
  // What one entry alone has is its own; a key that few have, as one of several networks, is not.
  const fewest = Math.max(Math.min(2, full.length), Math.ceil(full.length / 4));
  const shared = [...byKey].flatMap(([key, all]) =>
    oneWord.test(key) && all.length >= fewest ? [key] : [],
  );
  const isUsual = ({ name, value }: DataProperty) => shared.includes(name) && !holdsMore(value);
  const alike = full.filter(({ properties }) => properties.every(isUsual));
  return alike.length * 5 >= full.length * 4 ? shared : [];
}

function valuesByName(properties: readonly DataProperty[]): Map<string, DataValue[]> {
  const values = new Map<string, DataValue[]>();
  for (const { name, value } of properties) {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  return values;
}

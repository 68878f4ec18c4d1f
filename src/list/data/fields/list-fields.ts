import { ownValue } from '../../../text/own-value.ts';
import type { Field, ListLocation } from '../../format.ts';
import type { DataEntry, DataKey } from '../data-list.ts';
import { type DataValue, findProperty, holdsMore, isEmptyValue } from '../data-value.ts';
import { computedFor, isChosen, isConstant, isSetByOwner } from './computed-keys.ts';
import { namesPictures } from './pictures.ts';

/** The keys of a list as its fields: with whether every entry has them, and whether their values follow from the others. */
export function fieldsOf(
  keys: readonly DataKey[],
  entries: readonly DataEntry[],
  { fields = {} }: Pick<ListLocation, 'fields'>,
): Field[] {
  return keys.map((key): Field => {
    const { name, role } = key;
    const values = entries.flatMap(({ properties }) => findProperty(properties, name)?.value ?? []);
    const full = values.filter((value) => !isEmptyValue(value));
    const isUsual = entries.length > 0 && full.length === entries.length;
    const data = values.map((value) => value.data);
    const isAsked = isChosen(key, data);
    const isGiven =
      !isAsked &&
      (computedFor(key, entries) !== undefined ||
        isConstant(key, entries) ||
        isSetByOwner(key, data) ||
        isUntypable(values) ||
        (role === 'none' && namesPictures(values)));
    const isNeeded = role === 'name' || (isUsual && !isAsked);
    return {
      name,
      role,
      required: ownValue(fields, name)?.required ?? isNeeded,
      ...(isGiven && { isGiven }),
    };
  });
}

/** Whether nobody can type a value for a key, since all that it has hold more than words. */
export function isUntypable(values: readonly DataValue[]): boolean {
  const full = values.filter((value) => !isEmptyValue(value));
  return full.length > 0 && full.every(holdsMore);
}

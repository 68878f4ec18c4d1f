import { ownValue } from '../../../text/own-value.ts';
import type { Field, ListLocation } from '../../format.ts';
import type { DataEntry, DataKey } from '../data-list.ts';
import type { DataValue } from '../data-value.ts';
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
    const values = entries.flatMap(
      ({ properties }) => properties.find((each) => each.name === name)?.value ?? [],
    );
    const isUsual = entries.length > 0 && values.filter(isFull).length === entries.length;
    const data = values.map((value) => value.data);
    const isAsked = isChosen(key, data);
    const isGiven =
      !isAsked &&
      (computedFor(key, entries) !== undefined ||
        isConstant(key, entries) ||
        isSetByOwner(key, data) ||
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

function isFull({ kind, data, items }: DataValue): boolean {
  return (
    data !== '' && data !== null && data !== undefined && (kind !== 'array' || items.length > 0)
  );
}

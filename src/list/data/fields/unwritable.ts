import { type DataProperty, type DataValue, holdsMore } from '../data-value.ts';
import { enoughToTell } from './computed-keys.ts';
import { nestedKeysOf } from './nested-keys.ts';

/**
 * A key for which every entry has code, such as `require('./a.png')`, or every one of several has more than words: a new
 * entry could not be written.
 */
export function unwritableIn(items: readonly DataValue[]): DataProperty | undefined {
  const entries = items.filter(({ kind }) => kind === 'object');
  const nested = nestedKeysOf(entries);
  const isUnwritable = (value: DataValue) =>
    value.kind === 'expression' || (entries.length >= enoughToTell && holdsMore(value));
  return entries[0]?.properties.find(
    ({ name }) =>
      !nested.has(name) &&
      entries.every(({ properties }) =>
        properties.some(({ name: own, value }) => own === name && isUnwritable(value)),
      ),
  );
}

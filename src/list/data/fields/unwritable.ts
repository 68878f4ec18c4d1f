import { type DataProperty, type DataValue, holdsMore } from '../data-value.ts';

/** Fewer may have by chance what none needs. */
const enoughToTell = 3;

/**
 * A key behind which all entries have code, as `require('./a.png')`, or several entries more than words: a new entry could not be
 * written.
 */
export function unwritableIn(items: readonly DataValue[]): DataProperty | undefined {
  const entries = items.filter(({ kind }) => kind === 'object');
  const isUnwritable = (value: DataValue) =>
    value.kind === 'expression' || (entries.length >= enoughToTell && holdsMore(value));
  return entries[0]?.properties.find(({ name }) =>
    entries.every(({ properties }) =>
      properties.some(({ name: own, value }) => own === name && isUnwritable(value)),
    ),
  );
}

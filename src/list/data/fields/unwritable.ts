import { type DataProperty, type DataValue, findProperty, holdsMore } from '../data-value.ts';
import { isPictureRole, keysOf } from '../keys.ts';
import { enoughToTell } from './computed-keys.ts';

/**
 * A key for which every entry has code, but for logos in `require('./a.png')`, or every one of several has more than words: a
 * new entry could not be written.
 */
export function unwritableIn(items: readonly DataValue[]): DataProperty | undefined {
  const entries = items.filter(({ kind }) => kind === 'object');
  for (const { name, role } of keysOf(entries)) {
    const isUnwritable = (value: DataValue) =>
      value.kind === 'expression' ||
      (value.call !== undefined && !isPictureRole(role)) ||
      (entries.length >= enoughToTell && holdsMore(value));
    const found = entries.map(({ properties }) => findProperty(properties, name));
    const [first] = found;
    if (first && found.every((each) => each && isUnwritable(each.value))) return { ...first, name };
  }
  return undefined;
}

import { lineFinder } from '../../text/line-finder.ts';
import { invites, saysNobodyYet } from '../markdown/placeholder-words.ts';
import type { DataEntry, DataKey } from './data-list.ts';
import { type DataProperty, type DataValue, markIn } from './data-value.ts';
import { valuesOf } from './read-values.ts';

/** The entries of a list, and its placeholder. */
export function entriesOf(
  array: DataValue,
  keys: readonly DataKey[],
  text: string,
): { readonly entries: readonly DataEntry[]; readonly model: DataEntry | undefined } {
  const lineOf = lineFinder(text);
  const objects = array.items.flatMap((item, row) => (item.kind === 'object' ? { item, row } : []));
  const all = objects.map(({ item, row }): DataEntry => {
    const place = { group: 0, index: 0, line: lineOf(item.outer.start), details: {} };
    const { properties, outer } = item;
    const own = { properties, mark: markIn(item), ...outer, row, place, lacks: [] };
    return { ...valuesOf(properties, keys), ...own };
  });
  const model = all.find((entry) => isPlaceholder(entry, all.length));
  const entries = all
    .filter((entry) => !isPlaceholder(entry, all.length))
    .map((entry, index) => ({ ...entry, place: { ...entry.place, index } }));
  return { entries, model };
}

/** Whether an entry is a placeholder: called “Your company here”, or the only one and with another word for nobody, or without values. */
function isPlaceholder({ company, properties }: DataEntry, count: number): boolean {
  const isEmpty = ({ value }: DataProperty): boolean =>
    value.data === '' || value.data === null || holdsOnly(value, isEmpty);
  return (
    invites(company) ||
    (count === 1 &&
      (saysNobodyYet(company) || (properties.length > 0 && properties.every(isEmpty))))
  );
}

function holdsOnly({ properties }: DataValue, is: (property: DataProperty) => boolean): boolean {
  return properties.length > 0 && properties.every(is);
}

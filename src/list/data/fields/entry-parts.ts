import type { EntryPart } from '../../format.ts';
import type { DataKey } from '../data-list.ts';
import { type DataProperty, findProperty } from '../data-value.ts';

/**
 * The strings of an entry, those in objects that are fields of the list among them. Nobody knows whether a page shows a string
 * as text, HTML or Markdown: it is looked at as Markdown, which has HTML in it.
 *
 * @param base where the offsets of the properties begin in the list's text
 */
export function partsOf(
  properties: readonly DataProperty[],
  keys: readonly DataKey[],
  base = 0,
): readonly EntryPart[] {
  const nested = keys.flatMap(({ name, inside }) => {
    const own = inside === undefined ? undefined : findProperty(properties, name);
    return own === undefined ? [] : [{ ...own, name }];
  });
  return [...properties, ...nested].flatMap(({ name, value }): readonly EntryPart[] => {
    if (value.kind !== 'text') return [];
    const role = keys.find((key) => key.name === name)?.role === 'text' ? 'text' : 'other';
    const [start, end] = [value.start + base, value.end + base];
    return [{ role, field: name, markup: String(value.data), language: 'markdown', start, end }];
  });
}

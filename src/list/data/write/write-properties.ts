import { type Result, success } from '../../../problem/result.ts';
import { lineStart } from '../../lines.ts';
import type { DataEntry } from '../data-list.ts';
import type { DataSyntax, EntryLayout } from '../data-syntax.ts';
import { isEmptyValue } from '../data-value.ts';
import { type ChosenKey, inOrder } from './choose-keys.ts';
import { gapBefore, gapInside, layoutLike, layoutWithin } from './entry-layout.ts';
import { insideOf, likesOf, type Neighbourhood } from './neighbours.ts';
import { copyProperty, type WrittenProperty, writeKey, writeProperty } from './write-property.ts';

/** Writes the keys of a new entry in their order: those in objects within these. */
export function writeProperties(
  syntax: DataSyntax,
  around: Neighbourhood,
  chosen: readonly ChosenKey[],
  layout: EntryLayout,
): Result<readonly WrittenProperty[]> {
  const properties: WrittenProperty[] = [];
  const groups = Map.groupBy(chosen, ({ key }) => key.inside);
  for (const [inside, keys] of groups) {
    if (inside === undefined) {
      const written = writeAll(syntax, around, keys);
      if (!written.ok) return written;
      properties.push(...written.value);
    } else {
      const written = writeObject(syntax, around, inside, keys, layout);
      if (!written.ok) return written;
      properties.push(written.value);
    }
  }
  const objects = new Set(around.list.keys.flatMap(({ inside }) => inside ?? []));
  for (const name of objects) {
    if (!groups.has(name)) properties.push(...withoutKeys(syntax, around, name));
  }
  return success(inOrder(properties, around.neighbours));
}

/** Writes properties one behind the other, with what parts them in the nearest entries. */
export function joined(
  around: Neighbourhood,
  properties: readonly WrittenProperty[],
  layout: EntryLayout,
): string {
  const gap = (name: string) => gapBefore(around, name, layout) ?? layout.between;
  return properties.map(({ name, source }, at) => (at === 0 ? '' : gap(name)) + source).join('');
}

/**
 * Writes an object with some of its keys, like those of the nearest entries.
 *
 * @param layout of the entry that it is for
 */
export function writeObject(
  syntax: DataSyntax,
  around: Neighbourhood,
  name: string,
  keys: readonly ChosenKey[],
  layout: EntryLayout,
): Result<WrittenProperty> {
  const { text } = around.list;
  const { between } = layout;
  const line = between.lastIndexOf('\n');
  const margin = line === -1 ? undefined : between.length - line - 1;
  const inner = insideOf(around, name);
  const own = layoutInside(syntax, inner, layout, margin);
  // What may be in a plain string between braces is less than outside of them.
  const neighbours = inner.neighbours.filter(
    ({ start, properties: [first] }) =>
      text.slice(start, first?.start).includes('{') === own.open.includes('{'),
  );
  const written = writeAll(syntax, { ...inner, neighbours }, keys);
  if (!written.ok) return written;
  const properties = inOrder(written.value, inner.neighbours);
  const plain = (gap: string) => gap.replace(',', '');
  const alike = inner.neighbours.filter(
    (each) => plain(gapInside(text, each)) === plain(own.between),
  );
  const inside = joined({ ...inner, neighbours: alike }, properties, own);
  return success({
    name,
    source: writeKey(syntax, around, name) + own.open + inside + own.close,
    data: Object.fromEntries(properties.map((each) => [each.name, each.data])),
  });
}

/**
 * How an object is held together where its key begins so far in: another one farther in would not fit.
 *
 * @param inner the objects of the nearest entries
 * @param margin the blanks before its key; nothing where that is not the first of its line
 */
function layoutInside(
  syntax: DataSyntax,
  inner: Neighbourhood,
  layout: EntryLayout,
  margin: number | undefined,
): EntryLayout {
  const { text } = inner.list;
  const neighbours = inner.neighbours.filter((each) => marginOf(each, text) === margin);
  return layoutLike(syntax, { ...inner, neighbours }, layoutWithin(text, layout, neighbours[0]));
}

/** The blanks before the key of an object, a dash among them; nothing where the key is not the first of its line. */
function marginOf({ start }: DataEntry, text: string): number | undefined {
  const line = text.slice(lineStart(text, start), start).replace('\uFEFF', '');
  return /^([ \t-]*)(?:"[^"]*"|'[^']*'|[^\s"'{},]+)$/.exec(line)?.[1]?.length;
}

function writeAll(
  syntax: DataSyntax,
  around: Neighbourhood,
  keys: readonly ChosenKey[],
): Result<readonly WrittenProperty[]> {
  const properties: WrittenProperty[] = [];
  for (const { key, typed, copied } of keys) {
    const written =
      copied === undefined
        ? writeProperty(syntax, around, key, typed)
        : success(copyProperty(around.list.text, copied));
    if (!written.ok) return written;
    properties.push(written.value);
  }
  return success(properties);
}

/** An object for which nothing is given: where all entries have it, a page may look into it, so it is there and empty. */
function withoutKeys(
  syntax: DataSyntax,
  around: Neighbourhood,
  name: string,
): readonly WrittenProperty[] {
  const likes = likesOf(around, name);
  if (likes.length === 0 || likes.length < around.neighbours.length) return [];
  const empty = likes.find(({ value }) => isEmptyValue(value));
  if (empty !== undefined) return [copyProperty(around.list.text, empty)];
  return [{ name, source: `${writeKey(syntax, around, name)}${syntax.afterKey}{}`, data: {} }];
}

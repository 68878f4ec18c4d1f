import { type Order, repeatedRoles } from '../../config/configuration.ts';
import { ownValue } from '../../text/own-value.ts';
import { foldLine } from '../../text/single-line.ts';
import type { Entry, EntryValues, Field } from '../format.ts';
import { comparisonIn, type NamesInOrder, placeInOrder } from './place-in-order.ts';

interface ArrangedList {
  readonly entries: readonly Entry[];
  readonly fields: readonly Field[];
}

/**
 * Where a new entry goes: in its block, if a list is not sorted by names but arranged by a field.
 *
 * @param names those of the list and of its other groups
 * @returns the index that the new entry will have
 */
export function placeOfEntry(
  list: ArrangedList,
  names: NamesInOrder,
  values: EntryValues,
  order: Order,
): number {
  const isByField = order === 'as-is' && comparisonIn(names, order) === undefined;
  const block = isByField ? blockOf(list, values) : undefined;
  if (block === undefined) return placeInOrder(names, values.company, order);
  const own = names.names.slice(block.from, block.to);
  return block.from + placeInOrder({ names: own }, values.company, order);
}

/** Entries that follow one another: from an index to before another one. */
interface Block {
  readonly from: number;
  readonly to: number;
}

/** Two blocks may arise by chance if they are short. */
const fewestBlocks = 3;
const longEnough = 4;

/**
 * Where a list is arranged by a field, the entries that have the same value there as a new one: each value has one block, and most blocks
 * have several entries.
 *
 * @returns undefined if a list is not arranged so, or none of its entries has the value
 */
function blockOf({ entries, fields }: ArrangedList, values: EntryValues): Block | undefined {
  for (const { name, role } of fields) {
    const value = repeatedRoles.includes(role) ? keyOf(values, name) : '';
    // A mark highlights some entries, and does not arrange them.
    if (/^(?:|true|false)$/.test(value)) continue;
    const keys = entries.map((entry) => keyOf(entry, name));
    const blocks = blocksIn(keys);
    const block = areBlocks(blocks) && blocks.find(({ from }) => keys[from] === value);
    if (block) return block;
  }
  return undefined;
}

function keyOf({ fields }: Pick<EntryValues, 'fields'>, name: string): string {
  return foldLine((ownValue(fields, name) ?? '').normalize('NFKC')).toLowerCase();
}

/** The runs of equal values; none if one comes back after another, or an entry has none. */
function blocksIn(keys: readonly string[]): readonly Block[] {
  const starts = keys.flatMap((key, index) => (key === keys[index - 1] ? [] : [index]));
  const distinct = new Set(starts.map((start) => keys[start]));
  if (distinct.size < starts.length || distinct.has('')) return [];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? keys.length }));
}

function areBlocks(blocks: readonly Block[]): boolean {
  const lengths = blocks.map(({ from, to }) => to - from);
  const several = lengths.filter((length) => length > 1).length;
  const isEnough =
    blocks.length >= fewestBlocks ||
    (blocks.length > 1 && lengths.every((length) => length >= longEnough));
  return isEnough && several * 2 > blocks.length;
}

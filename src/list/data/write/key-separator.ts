import { lineStart } from '../../lines.ts';
import type { DataList } from '../data-list.ts';
import type { DataProperty } from '../data-value.ts';
import { isPlain, sourceOf } from './neighbours.ts';

/** The width from which on formatters of code put a value on a line of its own. */
const usualWidth = 80;

/**
 * What is between a key and its value, as the nearest entry has it. Where long values are on lines of their own, a value
 * goes there that makes its line as long as those of the others would be.
 *
 * @param likes properties of the same key, nearest first
 * @param usual what is there where none of them tells
 */
export function keySeparator(
  list: DataList,
  likes: readonly DataProperty[],
  key: string,
  value: string,
  usual: string,
): string {
  const separators = likes
    .filter(({ value: { kind } }) => kind === 'text' || kind === 'word')
    .map((like) => separatorOf(list.text, like))
    .filter(isPlain);
  const [nearest = usual] = separators;
  const inline = separators.find((each) => !each.includes('\n')) ?? usual;
  const broken = separators.find((each) => each.includes('\n'));
  if (broken === undefined) return nearest;
  const limit = widthLimit(list);
  if (limit === undefined) return nearest;
  const indentation = likes[0] === undefined ? 0 : columnOf(list.text, likes[0].start);
  return indentation + (key + inline + value).length + 1 > limit ? broken : inline;
}

function separatorOf(text: string, { keyEnd, value }: DataProperty): string {
  return sourceOf(text, { start: keyEnd, end: value.start });
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The longest line that a list has without a value on a line of its own; nothing where it is not always so. */
function widthLimit({ text, entries }: DataList): number | undefined {
  let [longestInline, shortestBroken] = [0, Number.POSITIVE_INFINITY];
  for (const property of entries.flatMap(({ properties }) => properties)) {
    const { start, keyEnd, value } = property;
    const key = columnOf(text, start) + keyEnd - start;
    // With a colon and a blank before the value, and a comma behind it.
    const width = key + 2 + (value.end - value.start) + 1;
    if (!separatorOf(text, property).includes('\n')) longestInline = Math.max(longestInline, width);
    else shortestBroken = Math.min(shortestBroken, width);
  }
  if (longestInline >= shortestBroken) return undefined;
  return longestInline <= usualWidth && usualWidth < shortestBroken ? usualWidth : longestInline;
}

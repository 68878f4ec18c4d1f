import { lineStart } from '../../lines.ts';
import { mostCommon } from '../../most-common.ts';
import type { DataList } from '../data-list.ts';
import type { DataSyntax } from '../data-syntax.ts';
import type { DataProperty, DataValue } from '../data-value.ts';
import { isPlain, sourceOf } from './neighbours.ts';

/** The widths to which formatters of code keep lines, the most usual first. */
const usualWidths = [80, 100, 120];

/**
 * What is between a key and its value, as the nearest entry has it. Where values that would make a line too long are on lines
 * of their own, as formatters of code put them, such a value goes there, and no other one.
 *
 * @param likes properties of the same key, nearest first
 */
export function keySeparator(
  { afterKey, breaksLongLines }: DataSyntax,
  list: DataList,
  likes: readonly DataProperty[],
  key: string,
  value: string,
): string {
  const { text, entries } = list;
  const [nearest] = likes;
  const own = linesOf(text, likes);
  const inline = own.find((line) => !isBroken(line))?.separator ?? afterKey;
  if (!breaksLongLines && !own.some(isBroken)) return inline;
  const all = linesOf(
    text,
    entries.flatMap(({ properties }) => properties),
  );
  const broken = [...own, ...(breaksLongLines ? all : [])].find(isBroken)?.separator;
  const isBlock = /^[|>`]/.test(value);
  if (broken === undefined || isBlock || (nearest && !beginsLine(text, nearest))) return inline;
  const limit = widthLimit(all);
  const indentation = nearest === undefined ? 0 : columnOf(text, nearest.start);
  const isLong = widthOf(indentation, key, value) > limit;
  const alike = own.filter(({ width }) => width > limit === isLong).map(isBroken);
  // Where a file is not formatted anymore, the nearest knows; where short values are broken, most tell if that is a slip.
  const isOnOwnLine = isLong ? (alike[0] ?? true) : mostCommon([false, ...alike]);
  return isOnOwnLine ? broken : inline;
}

/** A property with a string, a number or a word, and how long its line is with the value in it. */
interface PropertyLine {
  readonly separator: string;
  readonly width: number;
}

function linesOf(text: string, properties: readonly DataProperty[]): readonly PropertyLine[] {
  return properties.flatMap(({ start, keyEnd, value }) => {
    const separator = sourceOf(text, { start: keyEnd, end: value.start });
    if (!isOneWord(value) || !isPlain(separator)) return [];
    const [key, own] = [text.slice(start, keyEnd), text.slice(value.start, value.end)];
    return [{ separator, width: widthOf(columnOf(text, start), key, own) }];
  });
}

function isOneWord({ kind }: DataValue): boolean {
  return kind === 'text' || kind === 'word';
}

function isBroken({ separator }: PropertyLine): boolean {
  return separator.includes('\n');
}

/** With a colon and a blank before the value, and a comma behind it. */
function widthOf(indentation: number, key: string, value: string): number {
  return indentation + key.length + ': '.length + value.length + ','.length;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether nothing but the dash of an item is before a property on its line. */
function beginsLine(text: string, { start }: DataProperty): boolean {
  return /^[\s-]*$/.test(text.slice(lineStart(text, start), start));
}

/** The width from which on lines are broken, with the fewest that are not as it says; none where that explains nothing. */
function widthLimit(lines: readonly PropertyLine[]): number {
  const longest = lines.reduce(
    (most, line) => (isBroken(line) ? most : Math.max(most, line.width)),
    Number.NEGATIVE_INFINITY,
  );
  const limits = [Number.POSITIVE_INFINITY, ...usualWidths, longest];
  const slips = limits.map(
    (limit) => lines.filter((line) => isBroken(line) !== line.width > limit).length,
  );
  return limits[slips.indexOf(Math.min(...slips))] ?? Number.POSITIVE_INFINITY;
}

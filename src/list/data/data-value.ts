import type { Span } from '../sequence/sequence.ts';
import type { Expression } from './describe.ts';

/**
 * - `text`: a string
 * - `word`: a number, `true`, `false`
 * - `empty`: null, or nothing
 * - `expression`: code, or an alias
 */
export type DataKind = 'object' | 'array' | 'text' | 'word' | 'empty' | 'expression';

/** A value in a data file, with where it is. All offsets count characters of the file. */
export interface DataValue extends Span {
  readonly kind: DataKind;
  readonly data: unknown;
  /** Of an array. */
  readonly items: readonly DataValue[];
  /** Of an object. */
  readonly properties: readonly DataProperty[];
  /** Where it is as an item of a list, with its dash, and with the comment at the end of its last line. */
  readonly outer: Span;
  /** What makes an edit unsafe that touches it, as an anchor or a tag. */
  readonly mark?: { readonly offset: number; readonly text: string } | undefined;
  /** Of a picture in a call such as `require('./a.png')`: the call, which is what is compared. */
  readonly call?: Expression;
  /** Of an array: whether it is written in a way in which no entry can be added, as YAML between brackets. */
  readonly isFlow?: boolean;
}

/** A key with its value: from the key's first character to the value's last. */
export interface DataProperty extends Span {
  readonly name: string;
  /** Behind the key's last character. */
  readonly keyEnd: number;
  readonly value: DataValue;
}

/** A value without parts. */
export function plainValue(
  kind: DataKind,
  data: unknown,
  { start, end }: Span,
  mark?: DataValue['mark'],
): DataValue {
  return { kind, data, start, end, items: [], properties: [], outer: { start, end }, mark };
}

/** The first mark in a value. */
export function markIn(value: DataValue): DataValue['mark'] {
  if (value.mark !== undefined) return value.mark;
  for (const inner of [...value.items, ...value.properties.map((each) => each.value)]) {
    const mark = markIn(inner);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** Whether a value is a list of words, which a person can type. */
export function isWordList({ kind, items }: DataValue): boolean {
  const isWord = (each: DataValue) => each.kind === 'text' || each.kind === 'word';
  return kind === 'array' && items.every((each) => isWord(each) && each.call === undefined);
}

/** A value as both readers compare it. */
export function comparable({ data, call }: DataValue): unknown {
  return call ?? data;
}

/** Whether a value is more than somebody could type. */
export function holdsMore(value: DataValue): boolean {
  const { kind, properties } = value;
  if (kind === 'object') return properties.length > 0;
  return kind === 'expression' || (kind === 'array' && !isWordList(value));
}

/** Whether nothing is in a value: no character, no item, no key. */
export function isEmptyValue({ kind, data, items, properties }: DataValue): boolean {
  if (kind === 'array') return items.length === 0;
  if (kind === 'object') return properties.length === 0;
  return kind === 'empty' || data === '';
}

/** A property of an entry by its key, or by the key of an object and one in it, as `link.url`. */
export function findProperty(
  properties: readonly DataProperty[],
  name: string,
): DataProperty | undefined {
  const own = properties.find((each) => each.name === name);
  const dot = name.indexOf('.');
  if (own !== undefined || dot === -1) return own;
  const outer = properties.find((each) => each.name === name.slice(0, dot));
  return outer?.value.properties.find((each) => each.name === name.slice(dot + 1));
}

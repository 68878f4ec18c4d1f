import { repeatedRoles } from '../../../config/configuration.ts';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { pictureEnding } from '../../../text/picture-ending.ts';
import { foldLine } from '../../../text/single-line.ts';
import { lineNumber } from '../../lines.ts';
import { usualOf } from '../../most-common.ts';
import { followsCapitals } from '../../text/capitals.ts';
import type { DataKey } from '../data-list.ts';
import type { DataSyntax, WrittenText } from '../data-syntax.ts';
import {
  comparable,
  type DataProperty,
  type DataValue,
  holdsMore,
  isWordList,
} from '../data-value.ts';
import { Expression } from '../describe.ts';
import { isPictureRole } from '../keys.ts';
import { shownValue } from '../read-values.ts';
import { markupIn } from '../text-markup.ts';
import { asWord } from './as-word.ts';
import { keySeparator } from './key-separator.ts';
import { likesAnywhere, type Neighbourhood, sourceOf } from './neighbours.ts';
import { textContext } from './text-context.ts';
import { writeItems } from './write-items.ts';

/** A property as it will be written: from its key's first character to its value's last. */
export interface WrittenProperty {
  readonly name: string;
  readonly source: string;
  /** What the second reader must find. */
  readonly data: unknown;
}

/** A property as another entry has it. */
export function copyProperty(text: string, property: DataProperty): WrittenProperty {
  const { name, value } = property;
  return { name, source: sourceOf(text, property), data: comparable(value) };
}

/**
 * Writes what was typed for a key like the nearest entry that has the key.
 *
 * @param around of a key in an object, the objects of the entries
 */
export function writeProperty(
  syntax: DataSyntax,
  around: Neighbourhood,
  key: DataKey,
  typed: string,
): Result<WrittenProperty> {
  const { list } = around;
  const { role } = key;
  const name = ownName(key);
  const markup = markupIn(isAddress(key) ? '' : typed, role, list.at.markup);
  if (markup !== undefined) {
    return failure(problem('list-text-markup', list.path, { name: key.name, found: markup }));
  }
  const likes = likesAnywhere(around, name);
  if (role === 'logo' && picture.test(typed) && haveNoEnding(likes)) {
    return writeProperty(syntax, around, key, typed.replace(picture, ''));
  }
  const same = sameWord(key, likes, typed);
  if (same !== undefined) return success(copyProperty(list.text, same));
  const like = likes.find(({ value }) => isWritable(value));
  const blocking = like === undefined ? likes.find(({ value }) => holdsMore(value)) : undefined;
  if (blocking !== undefined) return unwritable(around, key, blocking);
  const written = writeKey(syntax, around, name);
  const { source, data } =
    like?.value.kind === 'array'
      ? writeItems(syntax, around, likes, typed)
      : writeValue(syntax, around, { name, likes, written, typed });
  if (data instanceof Expression && like && !mayBeRequired(key, typed, likes)) {
    return unwritable(around, key, like);
  }
  return success({ name, source: written + source, data });
}

/** Whether a path may be in a call such as `require('./a.png')`: a logo's, that begins as another one there. */
function mayBeRequired({ role }: DataKey, typed: string, likes: readonly DataProperty[]): boolean {
  const start = (path: string) => path.replace(/^\.\.?(?=\/)/, '.').split('/')[0];
  const isAlike = ({ value: { data, call } }: DataProperty) =>
    call !== undefined && start(String(data)) === start(typed);
  return isPictureRole(role) && pictureEnding.test(typed) && likes.some(isAlike);
}

/** Code, or what holds more than somebody could type. */
export function unwritable(
  { list }: Neighbourhood,
  { name }: DataKey,
  { start }: DataProperty,
): Result<never> {
  const line = lineNumber(list.text, start);
  return failure(problem('list-value-not-plain', list.path, { name, line }));
}

/** A key as an entry or an object has it: without the key of the object that it is in. */
export function ownName({ name, inside }: DataKey): string {
  return inside === undefined ? name : name.slice(inside.length + 1);
}

/** A key as it is spelled in the nearest entry that has it; else, as other keys are. */
export function writeKey(syntax: DataSyntax, around: Neighbourhood, name: string): string {
  const [nearest] = likesAnywhere(around, name);
  return nearest === undefined
    ? syntax.writeKey(name, keysIn(around))
    : around.list.text.slice(nearest.start, nearest.keyEnd);
}

const picture = /\.(?:png|svg)$/;

/** Whether the template of a page adds the endings of its logos: a name that is an address has none of its own. */
function haveNoEnding(likes: readonly DataProperty[]): boolean {
  const names = likes.flatMap(({ value: { data } }) =>
    typeof data === 'string' && data !== '' ? [data] : [],
  );
  return names.length > 1 && names.every((each) => !/\.\w{1,5}$|:/.test(each));
}

interface ValueRequest {
  readonly name: string;
  /** The properties of the same key, nearest first. */
  readonly likes: readonly DataProperty[];
  /** The key as it is written. */
  readonly written: string;
  readonly typed: string;
}

/** Writes a string, a number or a word, from behind its key. */
function writeValue(
  syntax: DataSyntax,
  around: Neighbourhood,
  { name, likes, written, typed }: ValueRequest,
): WrittenText {
  const values = likes.map(({ value }) => value);
  const writable = values.filter(isWritable);
  const usual = usualOf(writable.map(({ kind }) => kind));
  const like = writable.find(({ kind }) => kind === usual);
  const word = like?.kind === 'word' ? asWord(typed, like) : undefined;
  const value =
    word === undefined
      ? syntax.writeText(typed.toWellFormed(), textContext(around, name, values))
      : { source: typed, data: word };
  const separator = keySeparator(syntax, around.list, likes, written, value.source);
  return { source: separator + value.source, data: value.data };
}

/** Addresses and files are no text that anybody reads. */
function isAddress({ role }: DataKey): boolean {
  return role === 'homepage' || role === 'logo' || role === 'logo-dark' || role === 'link';
}

function isWritable(value: DataValue): boolean {
  const { kind, data } = value;
  return isWordList(value) || kind === 'word' || (kind === 'text' && data !== '');
}

/**
 * The nearest property with the same word. Other capitals are a person's own, unless the field has few words, two entries have
 * them, or it is no string, as `true`.
 */
function sameWord(
  { role }: DataKey,
  likes: readonly DataProperty[],
  typed: string,
): DataProperty | undefined {
  const words = likes.filter(({ value: { kind } }) => kind === 'text' || kind === 'word');
  const exact = words.find(({ value }) => String(value.data) === typed);
  if (exact !== undefined || !repeatedRoles.includes(role)) return exact;
  const fold = (text: string) => foldLine(text.normalize('NFKC')).toLowerCase();
  const same = words.filter(({ value }) => fold(shownValue(value)) === fold(typed));
  const spellings = same.map(({ value }) => shownValue(value));
  return same.find(
    ({ value }) => value.kind === 'word' || followsCapitals(role, spellings, shownValue(value)),
  );
}

/** How the nearest entry spells its keys. */
function keysIn({ list: { text }, neighbours }: Neighbourhood): readonly string[] {
  return (neighbours[0]?.properties ?? []).map(({ start, keyEnd }) => text.slice(start, keyEnd));
}

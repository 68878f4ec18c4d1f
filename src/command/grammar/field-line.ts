import { distance } from 'fastest-levenshtein';
import type { AskedSettings } from '../../submission/asked-fields.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { fieldOfKey } from '../field-of-key.ts';
import { foldKey } from './field-keys.ts';
import { ownKeysOf } from './own-keys.ts';

const { company, description, linkText } = fieldIds;

/** Long enough that another word is hardly taken for them. */
const distinctIds: readonly string[] = [company, description, linkText];
const shortestName = 6;

/** A key of a few words before a colon, in a list or in bold as people write it. */
const pattern =
  /^\s*(?:[-*+]\s+)?(?:\*\*|__)?(?<key>\p{L}[\p{L}\p{N}]{0,19}(?:[-_ ][\p{L}\p{N}]{1,12}){0,4})(?:\*\*|__)?\s*[:：](?:\*\*|__)?(?<value>.*)$/u;

/** So many words are a key; more are a sentence. */
const mostWords = 2;

const pictureAtStart = /^\s*(?:!?\[|<img\b)/i;

/** A line such as `company: Juniper Parcel`. */
export interface FieldLine {
  /** A form field's id. */
  readonly id: string;
  readonly value: string;
}

/** A list's own name of a field, which may be of any words, before a colon. */
const ownPattern =
  /^\s*(?:[-*+]\s+)?(?:\*\*|__)?(?<key>[^:：]{1,200}?)(?:\*\*|__)?\s*[:：](?:\*\*|__)?(?<value>.*)$/u;

/** Reads a line as a field; undefined where it is none. A locale that is not configured is kept as it was typed. */
export function readFieldLine(line: string, settings: AskedSettings): FieldLine | undefined {
  const own = ownPattern.exec(line)?.groups ?? {};
  const ownId = ownKeysOf(settings).ids.get(foldKey(own['key'] ?? ''));
  if (ownId !== undefined) return { id: ownId, value: (own['value'] ?? '').trim() };
  const { key, value = '' } = pattern.exec(line)?.groups ?? {};
  const id = key === undefined ? undefined : fieldOfKey(key, settings);
  return id === undefined ? undefined : { id, value: value.trim() };
}

/** The key of a line that looks like a field and is none, such as `location: Haikou`; undefined where it is a sentence. */
export function unknownKey(line: string, settings: AskedSettings): string | undefined {
  const { key, value = '' } = pattern.exec(line)?.groups ?? {};
  if (key === undefined || value.startsWith('//') || fieldOfKey(key, settings)) return undefined;
  return key.split(/[-_ ]/).length <= mostWords ? key : undefined;
}

/** What the key of a line was probably meant to be. */
export interface LikelyField {
  readonly key: string;
  readonly id: string;
  /** As it should have been written. */
  readonly name: string;
}

/** The field that the key of a line probably means, such as `company` for `comapny: …`. */
export function likelyField(line: string, settings: AskedSettings): LikelyField | undefined {
  const key = pattern.exec(line)?.groups?.['key'];
  if (key === undefined || key.length > 20 || readFieldLine(line, settings)) return undefined;
  const { names, asked } = ownKeysOf(settings);
  const words = [
    ...distinctIds.filter((id) => asked.has(id)).map((id) => [id, id] as const),
    ...names.filter(([name]) => name.length > shortestName),
  ];
  const found = words.find(([name]) => distance(foldKey(name), foldKey(key)) <= 2);
  return found && { key, id: found[1], name: found[0] };
}

/** Whether a line begins with a picture or a link, as GitHub writes an attachment. */
export function isPictureLine(line: string): boolean {
  return pictureAtStart.test(line);
}

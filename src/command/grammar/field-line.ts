import { distance } from 'fastest-levenshtein';
import { descriptionId, fieldIds, linkTextId } from '../../submission/field-ids.ts';
import { foldKey, idOfKey } from './field-keys.ts';
import { foldLocale, type Locales } from './locales.ts';

const { company, description, linkText } = fieldIds;

/** Long enough that another word is hardly taken for them. */
const distinctIds: readonly string[] = [company, description, linkText];

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

/** Reads a line as a field; undefined where it is none. A locale that is not configured is kept as it was typed. */
export function readFieldLine(line: string, locales: Locales): FieldLine | undefined {
  const { key, value = '' } = pattern.exec(line)?.groups ?? {};
  const id = key === undefined ? undefined : idOf(key, locales);
  return id === undefined ? undefined : { id, value: value.trim() };
}

/** The key of a line that looks like a field and is none, such as `location: Haikou`; undefined where it is a sentence. */
export function unknownKey(line: string, locales: Locales): string | undefined {
  const { key, value = '' } = pattern.exec(line)?.groups ?? {};
  if (key === undefined || value.startsWith('//') || idOf(key, locales)) return undefined;
  return key.split(/[-_ ]/).length <= mostWords ? key : undefined;
}

/** The id that the key of a line probably was meant to be, such as `company` for `comapny: …`. */
export function likelyId(line: string): { readonly key: string; readonly id: string } | undefined {
  const key = pattern.exec(line)?.groups?.['key'];
  if (key === undefined || key.length > 20 || idOfKey(key) !== undefined) return undefined;
  const id = distinctIds.find((one) => distance(one, foldKey(key)) <= 2);
  return id === undefined ? undefined : { key, id };
}

/** Whether a line begins with a picture or a link, as GitHub writes an attachment. */
export function isPictureLine(line: string): boolean {
  return pictureAtStart.test(line);
}

function idOf(key: string, { locales, sourceLocale }: Locales): string | undefined {
  const plain = idOfKey(key);
  if (plain !== undefined) return plain;
  const [, textLocale] = /^link[-_ ]text[-_ ](.+)$/i.exec(key) ?? [];
  const known = locales.find((one) => foldLocale(one) === foldLocale(textLocale ?? ''));
  if (known !== undefined) return linkTextId(known, sourceLocale);
  const [, blank, typed] = /^description(?:( )|[-_])(.+)$/i.exec(key) ?? [];
  if (typed === undefined) return undefined;
  const locale = locales.find((one) => foldLocale(one) === foldLocale(typed));
  // "Description of us:" is a sentence.
  if (locale === undefined && blank !== undefined) return undefined;
  return descriptionId(locale ?? typed, sourceLocale);
}

import { distance } from 'fastest-levenshtein';
import { descriptionId, fieldIds } from '../../submission/field-ids.ts';
import { foldLocale, type Locales } from './locales.ts';

const { company, description, link, linkText, logo } = fieldIds;

/** The fields by the ids that they have in the issue form too. Consent is no line: whoever merges sees who asked. */
const plainIds: readonly string[] = [company, description, link, linkText, logo];

/** Long enough that another word is hardly taken for them. */
const distinctIds: readonly string[] = [company, description, linkText];

const pattern =
  /^\s*(?:[-*+]\s+)?(?<key>[a-z]{2,20}(?:[-_ ][a-z0-9]{1,8})*)\s*[:：](?<value>.*)$/iu;

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

/** The id that the key of a line probably was meant to be, such as `company` for `comapny: …`. */
export function likelyId(line: string): { readonly key: string; readonly id: string } | undefined {
  const key = pattern.exec(line)?.groups?.['key'];
  if (key === undefined || key.length > 20) return undefined;
  const id = distinctIds.find((one) => distance(one, foldKey(key)) <= 2);
  return id === undefined ? undefined : { key, id };
}

/** Whether a line begins with a picture or a link, as GitHub writes an attachment. */
export function isPictureLine(line: string): boolean {
  return pictureAtStart.test(line);
}

function idOf(key: string, { locales, sourceLocale }: Locales): string | undefined {
  const folded = foldKey(key);
  const plain = plainIds.find((id) => id === folded);
  if (plain !== undefined) return plain;
  const [, blank, typed] = /^description(?:( )|[-_])(.+)$/i.exec(key) ?? [];
  if (typed === undefined) return undefined;
  const locale = locales.find((one) => foldLocale(one) === foldLocale(typed));
  // "Description of us:" is a sentence.
  if (locale === undefined && blank !== undefined) return undefined;
  return descriptionId(locale ?? typed, sourceLocale);
}

function foldKey(key: string): string {
  return key.toLowerCase().replace(/[_ ]/g, '-');
}

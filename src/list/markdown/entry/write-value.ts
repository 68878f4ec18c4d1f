import { toReference } from '../../../text/character-references.ts';
import { joinLines, withoutBullets } from '../../../text/single-line.ts';
import type { EntryValues, Field } from '../../format.ts';
import { mostCommon } from '../../most-common.ts';
import { encodeBlockStart } from '../../text/encode/encode-block.ts';
import { roleByName } from '../role-words.ts';
import { encodeWords } from '../write/encode-words.ts';
import type { FieldContext } from '../write/field-context.ts';
import { writeContacts } from '../write/write-contacts.ts';
import { writeHomepage } from '../write/write-homepage.ts';
import { writeLogo } from '../write/write-logo.ts';
import { writeWords } from '../write/write-words.ts';
import type { Part, PartStyle } from './entry.ts';
import type { EntryContext } from './entry-context.ts';
import { fewEntries } from './labels/find-labels.ts';
import { withoutLabel } from './labels/label.ts';
import { wrap } from './wrap.ts';

/**
 * Writes the value of one part.
 *
 * @param value what it says; not empty
 * @param style how the part is put
 * @param column where the value begins in its line
 */
export function writeValue(
  { company }: EntryValues,
  field: Field,
  value: string,
  style: PartStyle,
  column: number,
  context: EntryContext,
): string {
  const parts = context.neighbours.flatMap((entry) =>
    entry.parts
      .filter((part) => part.field === field.name)
      .map((part) => ({ ...part, company: entry.company })),
  );
  const { allowsMarkup } = context;
  const samples = parts.filter(({ source }) => source !== '');
  const lists = parts.filter(({ items }) => items.length > 0);
  // Where others have no items, the lines of a value are put on one.
  const hasItems = lists.length > 0 || parts.length === 0;
  const isList = lists.length * 2 > parts.length || (hasItems && value.includes('\n'));
  if (isList && (field.role !== 'text' || style.label !== ''))
    return writeItems(value, style, lists, allowsMarkup);
  const onOneLine = joinLines(value);
  switch (field.role) {
    case 'text':
      return writeText(value, style, column, { samples, allowsMarkup }, context);
    case 'contact':
      return writeContacts(onOneLine, { samples, allowsMarkup }, style.after !== '');
    case 'logo':
      return writeLogo({ company, logo: value }, { samples });
    case 'homepage':
    case 'link':
      return writeHomepage(company, value, { samples, allowsMarkup });
    default:
      return writeWords(onOneLine, { samples, allowsMarkup }, field.role);
  }
}

/** A text in as many paragraphs or items as were typed, where each part has lines of its own. */
function writeText(
  value: string,
  { before, label }: PartStyle,
  column: number,
  words: FieldContext,
  context: EntryContext,
): string {
  const { wrapping } = context;
  const ownLine = before.includes('\n');
  const paragraphs = ownLine && label === '' ? value.split(/\n[ \t]*\n\s*/) : [value];
  const isItem = /(?:[-*+]|\d[.)])[ \t]+$/.test(before);
  const margin = /[ \t]*$/.exec(before)?.[0] ?? '';
  const joint = isItem ? before : `\n\n${margin}`;
  return paragraphs
    .map((paragraph) => {
      const encoded = encodeWords(joinLines(paragraph), words);
      const safe =
        ownLine && label === ''
          ? encodeBlockStart(withoutLabel(encoded, (name) => isLabel(name, context)))
          : withoutDash(encoded);
      return wrapping === undefined ? safe : wrap(safe, column, wrapping);
    })
    .filter((paragraph) => paragraph !== '')
    .join(joint);
}

/** Whether words before a colon would be taken for a label. */
function isLabel(name: string, { fields, neighbours }: EntryContext): boolean {
  if (fields.some((field) => field.name === name)) return true;
  const isUsual = neighbours.length < fewEntries && roleByName(name) !== undefined;
  return (
    isUsual || neighbours.some(({ parts }) => parts.some(({ source }) => source.startsWith(name)))
  );
}

/** A text behind a dash that begins with what would be read as the dash, as brackets around it, or as a name on GitHub. */
function withoutDash(encoded: string): string {
  if (!/^(?:[-–—|:：,@]|\(.*\)$)/s.test(encoded)) return encoded;
  return toReference(encoded.charAt(0)) + encoded.slice(1);
}

/** Each line as an item below the label. */
function writeItems(
  value: string,
  { before }: PartStyle,
  lists: readonly Part[],
  allowsMarkup: boolean,
): string {
  const margin = /\n([ \t]*)/.exec(before)?.[1] ?? '';
  const usual = mostCommon(lists.flatMap(({ items }) => items.map((item) => item.before)));
  const marker = usual?.replaceAll('\r', '') ?? `\n${margin}  - `;
  return withoutBullets(value)
    .split(/\s*\n\s*/)
    .map((line) => marker + encodeBlockStart(encodeWords(line, { samples: [], allowsMarkup })))
    .join('');
}

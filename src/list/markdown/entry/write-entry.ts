import { toReference } from '../../../text/character-references.ts';
import type { EntryValues, Field } from '../../format.ts';
import { encodeCell } from '../../text/encode/encode-cell.ts';
import { writeName } from '../write/write-name.ts';
import type { EntryContext } from './entry-context.ts';
import { goesBesideName, styleOf, valueIn } from './part-style.ts';
import { writeValue } from './write-value.ts';

/** Writes an entry like those beside it: each part as the nearest or most of them have it. */
export function writeEntry(values: EntryValues, context: EntryContext): string {
  const { source: name, isPlain } = writeEntryName(values, context);
  let source = context.opener + name + closerFor(name, context);
  let previous: string | undefined;
  for (const field of inOrder(values, isPlain, context)) {
    const value = valueIn(values, field);
    const style = styleOf(field, value, { previous, isPlainName: isPlain }, context);
    source += separated(source, style.before) + style.label;
    source += writeValue(values, field, value, style, columnOf(source), context) + style.after;
    previous = field.name;
  }
  return source.replaceAll('\r', '');
}

/** What is before a part. Directly below a picture in HTML it would be HTML as well. */
export function separated(source: string, before: string): string {
  const isBelowHtml = /(?:^|\n)[ \t]*<[^\n]*$/.test(source) && /^\n(?![ \t]*\n)/.test(before);
  return isBelowHtml ? `\n${before}` : before;
}

/** The fields that have a value: what is beside the name first, and names on GitHub before words. */
function inOrder(
  values: EntryValues,
  isPlainName: boolean,
  context: EntryContext,
): readonly Field[] {
  const given = context.fields.filter((field) => valueIn(values, field) !== '');
  const rank = (field: Field) => {
    const place = { previous: undefined, isPlainName };
    const style = styleOf(field, valueIn(values, field), place, context);
    if (!goesBesideName(field, style, context)) return 3;
    if (style.before.includes('\n')) return 2;
    return field.role === 'contact' ? 0 : 1;
  };
  return given.toSorted((one, other) => rank(one) - rank(other));
}

/** The end of a heading; what is more than its marks is another company's own, and a line below is as long as the name. */
function closerFor(name: string, { closer }: EntryContext): string {
  const [, line = '', mark = ''] = /^(\s*)([=-])\2*\s*$/.exec(closer) ?? [];
  if (line.includes('\n')) return `\n${mark.repeat(Math.max(3, name.length))}`;
  return /^[ \t]+#+$/.test(closer) ? closer : '';
}

/** The name, with its link if the list's names have one. */
export function writeEntryName(
  { company, homepage }: EntryValues,
  { linksName, neighbours, elsewhere, allowsMarkup, plainName }: EntryContext,
): { readonly source: string; readonly isPlain: boolean } {
  const samples = [...neighbours, ...elsewhere].map(({ name }) => name);
  const url = linksName ? homepage : undefined;
  const written = writeName(company, url, { samples, allowsMarkup });
  // A colon at the end belongs to the list's way of writing names, unless it is spelled out.
  const source = /[:：]$/.test(company) ? written.replace(/[:：](?=[*_]*$)/, toReference) : written;
  const isPlain = written === encodeCell(company);
  return { source: isPlain ? plainName(source) : source, isPlain };
}

/** In which column of its last line a text ends, from 0. */
export function columnOf(source: string): number {
  return source.length - source.lastIndexOf('\n') - 1;
}

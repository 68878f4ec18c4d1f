import type { EntryValues } from '../../format.ts';
import { writeName } from '../write/write-name.ts';
import type { EntryContext } from './entry-context.ts';
import { ownNames } from './label-parts.ts';
import { styleOf, valueIn } from './part-style.ts';
import { writeValue } from './write-value.ts';

/** Writes an entry like those beside it: each part as the nearest or most of them have it. */
export function writeEntry(values: EntryValues, context: EntryContext): string {
  const name = writeEntryName(values, context);
  let source = context.opener + name + closerFor(name, context);
  let previous: string | undefined;
  for (const field of context.fields) {
    const value = valueIn(values, field);
    if (value === '') continue;
    const style = styleOf(field, value, previous, context);
    source += style.before + style.label;
    source += writeValue(values, field, value, style, columnOf(source), context) + style.after;
    previous = field.name;
  }
  return source.replaceAll('\r', '');
}

/** The end of a heading; what is more than its marks is another company's own, and a line below is as long as the name. */
function closerFor(name: string, { closer }: EntryContext): string {
  const [, line = '', mark = ''] = /^(\s*)([=-])\2*\s*$/.exec(closer) ?? [];
  if (line.includes('\n')) return `\n${mark.repeat(Math.max(3, name.length))}`;
  return /^[ \t]+#+$/.test(closer) ? closer : '';
}

/** The name, with its link if the list's names have one. */
export function writeEntryName(values: EntryValues, context: EntryContext): string {
  const isLinked = context.fields.some(({ name }) => name === ownNames.homepage);
  const samples = context.neighbours.map(({ name }) => name);
  const { allowsMarkup } = context;
  return writeName(values.company, isLinked ? values.homepage : undefined, {
    samples,
    allowsMarkup,
  });
}

/** In which column of its last line a text ends, from 0. */
export function columnOf(source: string): number {
  return source.length - source.lastIndexOf('\n') - 1;
}

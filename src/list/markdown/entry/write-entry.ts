import type { EntryValues } from '../../format.ts';
import { writeName } from '../write/write-name.ts';
import type { EntryContext } from './entry-context.ts';
import { ownNames } from './label-parts.ts';
import { styleOf, valueIn } from './part-style.ts';
import { writeValue } from './write-value.ts';

/** Writes an entry like those beside it: each part as the nearest or most of them have it. */
export function writeEntry(values: EntryValues, context: EntryContext): string {
  const { opener, closer } = context;
  let source = opener + writeEntryName(values, context) + closer;
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

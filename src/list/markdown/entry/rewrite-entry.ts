import { foldBlanks } from '../../../text/single-line.ts';
import type { EntryValues } from '../../format.ts';
import { applySplices, type Splice } from '../../splice.ts';
import { hasLines } from '../shown-text.ts';
import { describing, rewriteName } from '../write/rewrite-name.ts';
import type { Part, ProseEntry } from './entry.ts';
import type { EntryContext } from './entry-context.ts';
import { canHold, goesBesideName, isBesideName, styleOf, valueIn } from './part-style.ts';
import { endOf } from './read-parts.ts';
import { columnOf, separated, writeEntryName } from './write-entry.ts';
import { writeValue } from './write-value.ts';

/**
 * An entry with other values in some of its parts. All other bytes stay.
 *
 * @param text the file
 * @param values all that it is to say
 * @param context with the entry itself as the nearest
 */
export function rewriteEntry(
  { text, newline }: { readonly text: string; readonly newline: string },
  entry: ProseEntry,
  values: EntryValues,
  context: EntryContext,
): string {
  const splices: Splice[] = [];
  const { name, closer, parts } = entry;
  const isMoved = context.linksName && values.homepage !== entry.homepage;
  if (values.company !== entry.company || isMoved) {
    splices.push({
      start: name.start,
      end: name.end,
      text: renamed(entry, values) ?? writeEntryName(values, context).source,
    });
  }
  let at = name.end + closer.length;
  const other = parts.findIndex((part) => !isBesideName(part));
  const beside = parts.slice(0, other === -1 ? parts.length : other).at(-1);
  const nameEnd = beside === undefined ? at : endOf(beside);
  const isPlainName = name.nodes[0]?.type === 'text';
  let previous: string | undefined;
  for (const field of context.fields) {
    const part = parts.find((each) => each.field === field.name);
    const value = valueIn(values, field);
    const old = valueIn(entry, field);
    const isWanted = value === old || !value.includes('\n') || hasLines(part?.nodes ?? [], value);
    const isRenamed = part?.role === 'logo' && values.company !== entry.company;
    const described = isRenamed && describing(part.source, entry.company, values.company);
    // The same text typed on one line does not replace one of several lines.
    const isSame = isWanted && foldBlanks(value) === foldBlanks(old);
    if (isSame && part !== undefined && described) {
      splices.push({ start: part.start, end: part.end, text: described });
    } else if (!isSame && part !== undefined && value === '') {
      splices.push({ ...wholeOf(part), text: '' });
    } else if (!isSame && part !== undefined && canHold(part, value, isPlainName, context)) {
      const column = columnOf(text.slice(0, part.start));
      const end = endOf(part) - (part.items.length > 0 ? 0 : part.after.length);
      const written = writeValue(values, field, value, part, column, context);
      // Markup that differs only in its line breaks stays as it is.
      const isThere =
        !value.includes('\n') && foldBlanks(written) === foldBlanks(text.slice(part.start, end));
      if (!isThere) splices.push({ start: part.start, end, text: written });
    } else if (!isSame) {
      const style = styleOf(field, value, { previous, isPlainName }, context);
      const { label, after } = style;
      const isBeside = goesBesideName(field, style, context);
      // What follows on the same line would be read with it.
      const isLine = at < nameEnd && /^[ \t]*\r?\n/.test(text.slice(at, nameEnd));
      const start = !isBeside ? Math.max(at, nameEnd) : isLine ? at : nameEnd;
      const span = part === undefined ? { start, end: start } : wholeOf(part);
      const before = separated(text.slice(entry.start, span.start), style.before);
      const column = columnOf(text.slice(0, span.start) + before + label);
      const written = writeValue(values, field, value, style, column, context);
      // What is directly below a picture in HTML would be HTML as well.
      const isHtml = written.startsWith('<img') && /^\r?\n[^\r\n]/.test(text.slice(span.end));
      splices.push({ ...span, text: before + label + written + after + (isHtml ? '\n' : '') });
    }
    if (part !== undefined) [at, previous] = [endOf(part), field.name];
  }
  const own = splices.map((splice) => ({
    start: splice.start - entry.start,
    end: splice.end - entry.start,
    text: splice.text.replace(/\r?\n/g, newline),
  }));
  return applySplices(text.slice(entry.start, entry.end), own);
}

/** The name with nothing but itself or its address changed, where it is marked as one: what is plain ends at the first dash. */
function renamed({ name, ...entry }: ProseEntry, values: EntryValues): string | undefined {
  return name.nodes[0]?.type === 'text' ? undefined : rewriteName(name, entry, values);
}

/** A part with all that belongs to it. */
function wholeOf(part: Part): { start: number; end: number } {
  return { start: part.start - part.label.length - part.before.length, end: endOf(part) };
}

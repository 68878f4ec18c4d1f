import { isBlank, lineStart, nextLine } from '../lines.ts';
import { gapBeside } from '../sequence/lines-of-entries.ts';
import type { Splice } from '../splice.ts';
import type { DataEntry, DataList } from './data-list.ts';
import type { EntryLayout } from './data-syntax.ts';
import { startWithComment } from './own-comment.ts';

/** A comment of a script. */
const comment = /^(?:\/\/|\/\*)/;

/** What follows an entry on its line: perhaps a comma, and a comment. */
const behindEntry = /(?:[ \t]*(,))?[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)[ \t]*(?=\r?\n)/y;

/** Puts an entry into a list between brackets, with the comma and the blanks that others have. */
export function insertBetween(list: DataList, index: number, source: string): readonly Splice[] {
  const { entries, text, newline, placeholder } = list;
  const [before, behind] = [entries[index - 1], entries[index]];
  if (placeholder !== undefined) {
    return [{ start: placeholder.start, end: placeholder.end, text: source }];
  }
  const own = gapBeside(list, index, (gap) => /^\s*,\s*$/.test(gap));
  const gap = own ?? `,${newline}${indentationOf(list, before ?? behind)}`;
  if (before !== undefined) {
    const end = before.end;
    const tail = tailOf(text, end);
    if (tail === undefined) return [{ start: end, end, text: gap + source }];
    const blanks = gap.replace(/^\s*,/, '');
    const at = end + tail.length;
    return tail.hasComma
      ? [{ start: at, end: at, text: `${blanks}${source},` }]
      : [
          { start: end, end, text: ',' },
          { start: at, end: at, text: blanks + source },
        ];
  }
  if (behind !== undefined) {
    const start = startWithComment(text, behind, comment);
    return [{ start, end: start, text: source + gap }];
  }
  const { start, end } = list.array;
  const inner = text.slice(start + 1, end - 1).trimEnd();
  const written = `${newline}${indentationOf(list, list.elsewhere[0])}${source}${newline}${marginOf(text, start)}`;
  return [{ start: start + 1 + inner.length, end: end - 1, text: written }];
}

/** Cuts an entry out of a list between brackets, with the comma and the blanks that go with it. */
export function cutBetween(list: DataList, entry: DataEntry): readonly Splice[] {
  const { entries, text, array } = list;
  const { index } = entry.place;
  const [before, behind] = [entries[index - 1], entries[index + 1]];
  const start = startWithComment(text, entry, comment);
  const isGap = (from: number, to: number) => ['', ','].includes(text.slice(from, to).trim());
  const startOf = (other: DataEntry) => startWithComment(text, other, comment);
  const canCloseUp = before !== undefined && isGap(before.end, start);
  // What parts an entry with a comment of its own from the one before it belongs to that comment.
  const keepsGap = canCloseUp && behind !== undefined && startOf(behind) !== behind.start;
  if (behind !== undefined && !keepsGap && isGap(entry.end, startOf(behind))) {
    return [{ start, end: startOf(behind), text: '' }];
  }
  if (canCloseUp) return [{ start: before.end, end: entry.end, text: '' }];
  const isAlone = isGap(array.start + 1, start) && isGap(entry.end, array.end - 1);
  if (isAlone) return [{ start: array.start + 1, end: array.end - 1, text: '' }];
  return cutLines(list, entry, start);
}

/** Cuts an entry out from between comments: whole lines, where it has them for itself. */
function cutLines({ entries, text }: DataList, entry: DataEntry, start: number): readonly Splice[] {
  const tail = tailOf(text, entry.end);
  const end = entry.end + (tail?.length ?? /^\s*,|/.exec(text.slice(entry.end))?.[0].length ?? 0);
  const [from, to] = [lineStart(text, start), nextLine(text, end)];
  const hasLines = isBlank(text, from, start) && isBlank(text, end, to);
  const cut = hasLines ? { start: from, end: to, text: '' } : { start, end, text: '' };
  // The comma before the last entry goes with it.
  const { index } = entry.place;
  const before = entries[index - 1];
  const hasComma = text.slice(entry.end, end).trimStart().startsWith(',');
  if (before === undefined || hasComma || entries[index + 1] !== undefined) return [cut];
  const comma = /^\s*,/.exec(text.slice(before.end, start))?.[0].length;
  if (comma === undefined) return [cut];
  return [{ start: before.end + comma - 1, end: before.end + comma, text: '' }, cut];
}

/** How an entry is held together in a list that has none: a line for each property. */
export function usualLayout({ text, array }: DataList, comma: '' | ','): EntryLayout {
  const [base, unit] = [marginOf(text, array.start), unitOf(text)];
  const inner = `\n${base}${unit}${unit}`;
  return { open: `{${inner}`, between: `,${inner}`, close: `${comma}\n${base}${unit}}` };
}

/** What parts two properties where no entry has two: what is before the first. */
export function betweenLike({ text }: DataList, { start, properties }: DataEntry): string {
  const before = text.slice(start, properties[0]?.start ?? start).replaceAll('\r\n', '\n');
  const open = before.slice(before.indexOf('{') + 1);
  return `,${open.includes('\n') ? open : ' '}`;
}

function tailOf(text: string, end: number): { length: number; hasComma: boolean } | undefined {
  behindEntry.lastIndex = end;
  const found = behindEntry.exec(text);
  return found === null ? undefined : { length: found[0].length, hasComma: found[1] === ',' };
}

function indentationOf({ text, array }: DataList, entry: DataEntry | undefined): string {
  if (entry === undefined) return marginOf(text, array.start) + unitOf(text);
  // Behind the list's own bracket, an entry begins farther in than its line: it ends where others begin.
  const isBehindBracket = lineStart(text, entry.start) <= array.start;
  return marginOf(text, isBehindBracket ? entry.end : entry.start);
}

/** The blanks at the beginning of the line. */
function marginOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

/** By how much the file indents: as its first line does that is indented at all. */
export function unitOf(text: string): string {
  return /\n([ \t]{1,8})\S/.exec(text)?.[1] ?? '  ';
}

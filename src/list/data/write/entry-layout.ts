import { isBlank, lineStart } from '../../lines.ts';
import { mostCommon } from '../../most-common.ts';
import { unitOf } from '../brackets.ts';
import type { DataEntry } from '../data-list.ts';
import type { DataSyntax, EntryLayout } from '../data-syntax.ts';
import { isPlain, type Neighbourhood, sourceOf } from './neighbours.ts';

/**
 * How the nearest entry holds its properties together that has no comment in the way.
 *
 * @param usual what is written where no entry tells, if that is not what the syntax has
 */
export function layoutLike(
  syntax: DataSyntax,
  { list, neighbours }: Neighbourhood,
  usual?: EntryLayout,
): EntryLayout {
  const { text } = list;
  const layouts = neighbours.flatMap((entry) => layoutOf(entry, text) ?? []);
  const [layout] = layouts;
  if (layout === undefined) return usual ?? syntax.layout(list);
  const alike = layouts.filter(({ open }) => open === layout.open);
  const between = alike.find((each) => each.between !== undefined)?.between;
  return {
    open: layout.open,
    close: closeLike(alike.map(({ close }) => close)) ?? layout.close,
    between: between ?? syntax.between(list, layout.entry),
  };
}

/**
 * How an object in an entry is held together where no other one tells, or all have comments in the way.
 *
 * @param layout of the entry
 * @param like such an object; without one, it is one step farther in than the entry
 */
export function layoutWithin(
  text: string,
  { between, close }: EntryLayout,
  like: DataEntry | undefined,
): EntryLayout {
  const isInLines = between.includes('\n');
  const outer = isInLines ? between.slice(between.lastIndexOf('\n')) : ' ';
  const gap = like && gapInside(text, like);
  const inner = gap?.replace(',', '') ?? (isInLines ? outer + unitOf(text) : outer);
  if (!(gap ?? between).includes(',')) return { open: `:${inner}`, between: inner, close: '' };
  const end = inner.includes('\n') ? `${/^\s*,/.test(close) ? ',' : ''}${outer}` : ' ';
  return { open: `: {${inner}`, between: `,${inner}`, close: `${end}}` };
}

/** What goes before one more key of an object: in lines, what is before its first. */
export function gapInside(text: string, { start, properties }: DataEntry): string {
  const first = properties[0]?.start ?? start;
  const line = lineStart(text, first);
  const comma = text.slice(start, first).includes('{') ? ',' : '';
  return isBlank(text, line, first) ? `${comma}\n${text.slice(line, first)}` : ', ';
}

/** How the nearest entry ends, but where it alone ends so: somebody forgot the comma that all others have. */
function closeLike([nearest, ...others]: readonly string[]): string | undefined {
  return others.length < 2 || others.includes(nearest ?? '') ? nearest : mostCommon(others);
}

function layoutOf(
  entry: DataEntry,
  text: string,
): (Omit<EntryLayout, 'between'> & { between: string | undefined; entry: DataEntry }) | undefined {
  const { properties } = entry;
  const [first] = properties;
  const last = properties.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const slice = (start: number, end: number) => sourceOf(text, { start, end });
  const open = slice(entry.start, first.start);
  const rest = slice(last.end, entry.end);
  // Without a brace, what follows on the last line is a comment, or blanks that nobody meant.
  const close = open.includes('{') ? /^(?:\s*,)?\s*\}/.exec(rest)?.[0] : '';
  if (!isPlain(open) || close === undefined) return undefined;
  const gaps = properties
    .slice(1)
    .map(({ start }, index) => slice(properties[index]?.end ?? start, start));
  const between = gaps.find(isPlain);
  return { open, between, close, entry };
}

/** What is before a key in the nearest entry that is laid out alike, and in which it is not the first. */
export function gapBefore(
  { list, neighbours }: Neighbourhood,
  name: string,
  { between }: EntryLayout,
): string | undefined {
  const shared = sharedComment(list.text, neighbours, name);
  if (shared?.includes('\n') === between.includes('\n')) return shared;
  for (const { properties } of neighbours) {
    const index = properties.findIndex((each) => each.name === name);
    const [before, own] = [properties[index - 1], properties[index]];
    if (before === undefined || own === undefined) continue;
    const gap = sourceOf(list.text, { start: before.end, end: own.start });
    if (isPlain(gap) && gap.includes('\n') === between.includes('\n')) return gap;
  }
  return undefined;
}

/** What is before a key in all entries in which it is not the first, with a comment: it explains the key, and no company. */
function sharedComment(
  text: string,
  neighbours: readonly DataEntry[],
  name: string,
): string | undefined {
  const gaps = neighbours.flatMap(({ properties }) => {
    const index = properties.findIndex((each) => each.name === name);
    const [before, own] = [properties[index - 1], properties[index]];
    return before && own ? [sourceOf(text, { start: before.end, end: own.start })] : [];
  });
  const [first, ...others] = gaps;
  const isShared = others.length > 0 && others.every((gap) => gap === first);
  return isShared && first !== undefined && !isPlain(first) ? first : undefined;
}

import type { DataSyntax, WrittenText } from '../data-syntax.ts';
import type { DataProperty } from '../data-value.ts';
import { asWord } from './as-word.ts';
import { isPlain, type Neighbourhood, sourceOf } from './neighbours.ts';
import { textContext } from './text-context.ts';

/** Writes a list of words, which were typed with commas between them, from behind its key. */
export function writeItems(
  syntax: DataSyntax,
  around: Neighbourhood,
  likes: readonly DataProperty[],
  typed: string,
): WrittenText {
  const { text } = around.list;
  const between = (start: number, end: number) => sourceOf(text, { start, end });
  const lists = likes.filter(({ value }) => value.items.length > 0);
  const others = lists.flatMap(({ value }) => value.items);
  const texts = others.filter(({ kind }) => kind === 'text');
  const layouts = lists.map(({ keyEnd, value }) => {
    const [first = value, second] = value.items;
    const last = value.items.at(-1) ?? value;
    return {
      open: between(keyEnd, first.start),
      between: second && between(first.end, second.start),
      close: between(last.end, value.end).trimEnd(),
    };
  });
  const plain = layouts.filter(({ open, close }) => isPlain(open) && isPlain(close));
  const layout = plain[0] ?? { open: `${syntax.afterKey}[`, between: ', ', close: ']' };
  const context = { ...textContext(around, '', texts), inBraces: layout.open.includes('[') };
  const [number] = texts.length === 0 ? others : [];
  const items = typed.split(/\s*,\s*/).map((each) => {
    const word = number && asWord(each, number);
    if (word !== undefined) return { source: each, data: word };
    const same = texts.find(({ data }) => data === each);
    const written = same && { source: sourceOf(text, same), data: same.data };
    return written ?? syntax.writeText(each.toWellFormed(), context);
  });
  const own = plain.find((each) => each.between !== undefined && isPlain(each.between))?.between;
  const separator = own ?? syntax.itemGap(layout.open);
  return {
    source: layout.open + items.map(({ source }) => source).join(separator) + layout.close,
    data: items.map(({ data }) => data),
  };
}

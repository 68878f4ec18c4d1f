import type { ListItem } from 'mdast';
import { endOfLine, lineStart } from '../../lines.ts';
import { blockContents } from '../../markdown/entry/block-contents.ts';
import type { RawEntry } from '../../markdown/entry/entry.ts';
import { noName, readName } from '../../markdown/entry/read-name.ts';
import { blockParts, endOf, lineParts } from '../../markdown/entry/read-parts.ts';

/** An item of a list as an entry, which has no name where it does not begin with a line of text. */
export function readItem(text: string, item: ListItem): RawEntry {
  const [first, ...blocks] = item.children;
  const from = item.position?.start.offset ?? 0;
  const start = lineStart(text, from);
  const until = item.position?.end.offset ?? from;
  const line = first?.type === 'paragraph' ? first.children : [];
  const name = readName(text, line) ?? noName(until);
  const inline = lineParts(text, line, name.end, true);
  const last = inline.at(-1);
  const below = blockParts(text, blocks, last === undefined ? name.end : endOf(last));
  return {
    start,
    end: endOfLine(text, Math.max(until, from)),
    opener: text.slice(start, name.start).replace('\uFEFF', ''),
    name,
    closer: '',
    parts: name.company === '' ? [] : [...inline, ...below],
    contents: blockContents(text, item),
  };
}

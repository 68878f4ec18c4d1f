import type { InlineCode, Link, PhrasingContent, Text } from 'mdast';
import type { CellLink } from '../shown-text.ts';
import type { TableCell } from '../table.ts';

/** A cell that is one text or one link, perhaps bold or the like, after which another can be written. */
export interface CellPattern {
  readonly text: string;
  readonly link: CellLink | undefined;
  readonly isCode: boolean;
  /** What stands before the text, between it and a link's address, and behind. */
  readonly pieces: readonly [string, string, string];
}

/** What goes into a pattern's gaps, encoded for where it goes. */
export interface PatternValues {
  readonly text: string;
  readonly url: string;
}

/** Reads a cell as a pattern; nothing where it holds more than that. */
export function patternOf(cell: TableCell): CellPattern | undefined {
  const found = innermost(cell.nodes);
  const start = found?.text.position?.start.offset;
  const end = found?.text.position?.end.offset;
  if (found === undefined || start === undefined || end === undefined) return undefined;
  const { text: node, link } = found;
  const isCode = node.type === 'inlineCode';
  const mark = isCode ? 1 : 0;
  const before = cell.source.slice(0, start + mark - cell.start);
  const behind = cell.source.slice(end - mark - cell.start);
  // A code span with more than one backtick, or with blanks inside, is rare.
  if (isCode && end - start !== node.value.length + 2) return undefined;
  const shown = { text: node.value, isCode };
  if (link === undefined) return { ...shown, link, pieces: [before, behind, ''] };
  const [, opening, , closing] = /^([^\]]*\]\()([^\s()<>]+)(\).*)$/.exec(behind) ?? [];
  if (opening === undefined || closing === undefined) return undefined;
  const address = { text: node.value, url: link.url };
  return { ...shown, link: address, pieces: [before, opening, closing] };
}

/** Writes a cell like another; nothing where code would have to show what ends it. */
export function writeLike(
  { pieces, link, isCode }: CellPattern,
  { text, url }: PatternValues,
): string | undefined {
  if (isCode && /[`|\\]|^\s|\s$/.test(text)) return undefined;
  return pieces[0] + text + pieces[1] + (link === undefined ? '' : url) + pieces[2];
}

interface Innermost {
  readonly text: Text | InlineCode;
  readonly link: Link | undefined;
}

/** The only text in some nodes, and the link around it. */
function innermost(nodes: readonly PhrasingContent[], link?: Link): Innermost | undefined {
  const [node, ...more] = nodes;
  if (node === undefined || more.length > 0) return undefined;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return { text: node, link };
    case 'link':
      return link === undefined && !node.title ? innermost(node.children, node) : undefined;
    case 'strong':
    case 'emphasis':
      return innermost(node.children, link);
    default:
      return undefined;
  }
}

import type { Node, PhrasingContent } from 'mdast';
import type { EntryLink } from '../format.ts';
import { isBreak, linksIn, shownText } from './shown-text.ts';

/** A piece of Markdown, and where it is in the file. */
export interface Piece {
  readonly start: number;
  readonly source: string;
  readonly nodes: readonly PhrasingContent[];
}

/** One of several links, with all that is around its own words, as the marks of bold. */
export interface LinkPiece extends Piece {
  /** Its text is empty where the address itself is shown. */
  readonly link: EntryLink;
}

/** A piece of Markdown that is one link, or several with nothing but marks or “and” between them. */
export interface JoinedLinks {
  readonly pieces: readonly LinkPiece[];
  /** What is between each two, as it is written. */
  readonly joints: readonly string[];
}

/** What says no more than that something follows. */
const joint = /^(?:\s|[,;&+/·•、，；|\\–—-]|&amp;|<br ?\/?>|\band\b|[和与及])*$/i;

/** Reads a piece of Markdown as links to web pages; nothing where it holds anything else. */
export function joinedLinks({ start, source, nodes }: Piece): JoinedLinks | undefined {
  const pieces: LinkPiece[] = [];
  for (const node of nodes) {
    const [from, to] = offsetsOf(node, start);
    const own = source.slice(from, to);
    if (node.type === 'text') pieces.push(...bareAddresses(own, start + from));
    else if (!isBreak(node)) {
      const link = onlyLink(node);
      if (link === undefined) return undefined;
      pieces.push({ start: start + from, source: own, nodes: [node], link });
    }
  }
  const gaps = gapsBetween(pieces, { start, source });
  const areJoined = gaps.every((gap) => joint.test(gap));
  const isAlone = gaps[0]?.trim() === '' && gaps.at(-1)?.trim() === '';
  return pieces.length > 0 && areJoined && isAlone
    ? { pieces, joints: gaps.slice(1, -1) }
    : undefined;
}

/** The link that a node is, with all that it shows. */
function onlyLink(node: PhrasingContent): EntryLink | undefined {
  const [link, ...more] = linksIn([node]);
  if (link === undefined || more.length > 0 || node.type === 'html') return undefined;
  if (!/^https?:\/\//i.test(link.url) || shownText([node]) !== link.text) return undefined;
  return { text: link.text === link.url ? '' : link.text, url: link.url };
}

function bareAddresses(source: string, start: number): readonly LinkPiece[] {
  const pieces: LinkPiece[] = [];
  let from = 0;
  for (const { url } of linksIn([{ type: 'text', value: source }])) {
    const at = source.indexOf(url, from);
    const nodes = [{ type: 'text', value: url } as const];
    pieces.push({ start: start + at, source: url, nodes, link: { text: '', url } });
    from = at + url.length;
  }
  return pieces;
}

/** What is before the first piece, between each two, and behind the last. */
function gapsBetween(
  pieces: readonly LinkPiece[],
  { start, source }: Pick<Piece, 'start' | 'source'>,
): readonly string[] {
  const starts = [...pieces.map((piece) => piece.start), start + source.length];
  const ends = [start, ...pieces.map((piece) => piece.start + piece.source.length)];
  return starts.map((next, index) => source.slice((ends[index] ?? start) - start, next - start));
}

/** Where a node begins and ends in the piece of Markdown that it is in. @param start where the piece begins in the file */
export function offsetsOf({ position }: Node, start: number): readonly [number, number] {
  return [(position?.start.offset ?? start) - start, (position?.end.offset ?? start) - start];
}

import type { PhrasingContent } from 'mdast';
import { offsetsOf, type Piece } from '../joined-links.ts';
import { linksIn, shownText } from '../shown-text.ts';

/**
 * Where the first link in a piece of Markdown begins and ends in its source, with the marks around it alone, as those of bold.
 *
 * @returns nothing where there is none, or what is before it would make something else of another one
 */
export function firstLink({ start, source, nodes }: Piece): readonly [number, number] | undefined {
  const index = nodes.findIndex((node) => linksIn([node]).length > 0);
  const node = nodes[index];
  if (node === undefined) return undefined;
  const [from, to] = offsetsOf(node, start);
  const [link, ...more] = linksIn([node]);
  if ('children' in node && node.type !== 'link') {
    const isAlone = more.length === 0 && link?.text === shownText([node]);
    if (!isAlone) return firstLink({ start, source, nodes: node.children });
  }
  const range =
    node.type === 'html'
      ? [from, endOfAnchor(nodes.slice(index + 1), start)]
      : node.type === 'text'
        ? bareAddress(source.slice(from, to), from)
        : [from, to];
  const [first, end] = range;
  if (first === undefined || end === undefined) return undefined;
  return takesBrackets(source.slice(0, first)) ? undefined : [first, end];
}

/** Whether what is before a bracket makes a picture, an escape, a reference or an address of it. */
function takesBrackets(before: string): boolean {
  return /[!\\\]]$/.test(before) || /www\.|:\/\//i.test(before.split(/\s/).at(-1) ?? '');
}

function endOfAnchor(rest: readonly PhrasingContent[], start: number): number | undefined {
  const closing = rest.find((node) => node.type === 'html' && /^<\/a\b/i.test(node.value));
  return closing && offsetsOf(closing, start)[1];
}

function bareAddress(source: string, from: number): readonly number[] {
  const [link] = linksIn([{ type: 'text', value: source }]);
  const at = from + source.indexOf(link?.url ?? '');
  return link === undefined ? [] : [at, at + link.url.length];
}

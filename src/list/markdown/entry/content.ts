import type { PhrasingContent, Text } from 'mdast';
import { decodeText } from '../../text/encode/decode-text.ts';
import type { Content } from './entry.ts';

/** The source of some Markdown within a block. */
export function sourceOf(text: string, nodes: readonly PhrasingContent[]): string {
  return text.slice(startOf(nodes), nodes.at(-1)?.position?.end.offset ?? 0);
}

/** Some Markdown within a block, with where it is. */
export function contentOf(text: string, nodes: readonly PhrasingContent[]): Content {
  const start = startOf(nodes);
  const source = sourceOf(text, nodes);
  return { start, end: start + source.length, source, nodes };
}

/** A stretch of some Markdown; a text that reaches over its bounds is cut. */
export function contentBetween(
  text: string,
  nodes: readonly PhrasingContent[],
  start: number,
  end: number,
): Content {
  const inside = nodes.flatMap((node): PhrasingContent[] => {
    const [from, to] = [startOf([node]), node.position?.end.offset ?? 0];
    if (from >= start && to <= end) return [node];
    return node.type === 'text' && from < end && to > start
      ? [cutText(text, node, Math.max(from, start), Math.min(to, end))]
      : [];
  });
  return { start, end, source: text.slice(start, end), nodes: inside };
}

function cutText(text: string, { position }: Text, start: number, end: number): Text {
  const value = decodeText(text.slice(start, end));
  if (position === undefined) return { type: 'text', value };
  const from = { ...position.start, offset: start };
  return { type: 'text', value, position: { start: from, end: { ...position.end, offset: end } } };
}

function startOf(nodes: readonly PhrasingContent[]): number {
  return nodes[0]?.position?.start.offset ?? 0;
}

import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toSingleLine } from '../../../text/single-line.ts';
import { encodeCell, encodeCellLabel } from './encode-cell.ts';
import { encodeLinkDestination } from './encode-link-destination.ts';

/** An address that is written bare, as GitHub finds it in a text. */
const bareAddress = /(?<![\w/])https:\/\/[^\s<>|{}[\]()"'`\\^]*[\w/]/g;

/**
 * A text in which links to `https:`, emphasis and code are let through as Markdown, and nothing else is: pictures, HTML and
 * other addresses are shown as they were typed. For a cell of a table in a Markdown file.
 *
 * @param text one line, as cleaned
 */
export function encodeInline(text: string): string {
  const line = toSingleLine(text).trim();
  const [block, ...more] = fromMarkdown(line).children;
  if (block?.type !== 'paragraph' || more.length > 0) return encodeCell(line);
  return block.children.map((node) => writeNode(node, line)).join('');
}

function writeNode(node: PhrasingContent, line: string): string {
  const start = node.position?.start.offset ?? 0;
  const source = line.slice(start, node.position?.end.offset ?? start);
  const inside = (children: readonly PhrasingContent[]) =>
    children.map((child) => writeNode(child, line)).join('');
  switch (node.type) {
    case 'text':
      return writeText(node.value);
    case 'inlineCode':
      // A backslash before a border is read in two ways.
      return source.includes('\\|') ? encodeCell(source) : source.replaceAll('|', '\\|');
    case 'emphasis':
      return `${source.slice(0, 1)}${inside(node.children)}${source.slice(-1)}`;
    case 'strong':
      return `${source.slice(0, 2)}${inside(node.children)}${source.slice(-2)}`;
    case 'link': {
      const [only, ...others] = node.children;
      const isPlain = only?.type === 'text' && others.length === 0 && source.startsWith('[');
      if (!isPlain || node.title || !/^https:\/\//i.test(node.url)) return encodeCell(source);
      return `[${encodeCellLabel(only.value)}](${encodeLinkDestination(node.url)})`;
    }
    default:
      return encodeCell(source);
  }
}

function writeText(text: string): string {
  let written = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(bareAddress)) {
    written += encodePiece(text.slice(from, index)) + encodeLinkDestination(address);
    from = index + address.length;
  }
  return written + encodePiece(text.slice(from));
}

/** A piece of a text keeps the blanks at its ends. */
function encodePiece(piece: string): string {
  const [, before = '', , after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
  return before + encodeCell(piece) + after;
}

import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { resolveReference } from '../../../text/character-references.ts';
import { toSingleLine } from '../../../text/single-line.ts';
import { encodeCell, encodeLinkLabel } from './encode-cell.ts';
import { encodeLinkDestination } from './encode-link-destination.ts';

/** An address that is written bare, as GitHub finds it in a text. */
const bareAddress = /(?<![\w/])https?:\/\/[^\s<>|{}[\]()"'`\\^]*[\w/]/g;

/**
 * A text in which links to `https:`, emphasis and code are let through as Markdown, and nothing else is: pictures, HTML and
 * other addresses are shown as they were typed. For a cell of a table in a Markdown file. References to letters and signs that
 * never act, such as `&mdash;`, stay references.
 *
 * @param text one line, as cleaned
 * @param allowsHttp whether links to `http:` are let through too
 */
export function encodeInline(text: string, allowsHttp = false): string {
  const line = toSingleLine(text).trim();
  const [block, ...more] = fromMarkdown(line).children;
  if (block?.type !== 'paragraph' || more.length > 0) return encodeCell(line);
  const written = block.children.map((node) => writeNode(node, { line, allowsHttp })).join('');
  return keepReferences(line, written);
}

const beyondAscii = /[^\0-\x7F]/gu;
const beyondAsciiOrReference = /[^\0-\x7F]|&([A-Za-z]+);/gu;

/** Writes characters that were typed as references so again; none where code, addresses or numbers hold some, so that they do not pair up. */
function keepReferences(line: string, written: string): string {
  const typed = [...line.matchAll(beyondAsciiOrReference)].flatMap(([source, name]) => {
    const character = name === undefined ? source : resolveReference(name);
    return character === undefined || character < '\x80' ? [] : [{ source, character }];
  });
  const found = written.match(beyondAscii) ?? [];
  const isSame =
    !line.includes('&#') &&
    found.length === typed.length &&
    typed.every(({ character }, index) => character === found[index]);
  if (!isSame) return written;
  let next = 0;
  return written.replace(beyondAscii, (character) => typed[next++]?.source ?? character);
}

interface Typed {
  readonly line: string;
  readonly allowsHttp: boolean;
}

function writeNode(node: PhrasingContent, typed: Typed): string {
  const { line } = typed;
  const start = node.position?.start.offset ?? 0;
  const source = line.slice(start, node.position?.end.offset ?? start);
  const inside = (children: readonly PhrasingContent[]) =>
    children.map((child) => writeNode(child, typed)).join('');
  switch (node.type) {
    case 'text':
      return writeText(node.value, typed);
    case 'inlineCode':
      // A backslash before a border is read in two ways.
      return source.includes('\\|') ? encodeCell(source) : source.replaceAll('|', '\\|');
    case 'emphasis':
      return `${source.slice(0, 1)}${inside(node.children)}${source.slice(-1)}`;
    case 'strong':
      return `${source.slice(0, 2)}${inside(node.children)}${source.slice(-2)}`;
    case 'link': {
      const label = source.startsWith('[') ? writeLabel(node.children, typed) : undefined;
      const isPlain = label !== undefined && !node.title && isAllowed(node.url, typed);
      return isPlain ? `[${label}](${encodeLinkDestination(node.url)})` : encodeCell(source);
    }
    default:
      return encodeCell(source);
  }
}

/** What is between the brackets of a link: texts and code; nothing where it holds more. */
function writeLabel(nodes: readonly PhrasingContent[], typed: Typed): string | undefined {
  const written = nodes.map((node) => {
    if (node.type === 'text') return between(node.value, encodeLinkLabel);
    return node.type === 'inlineCode' && !/[[\]]/.test(node.value)
      ? writeNode(node, typed)
      : undefined;
  });
  return written.includes(undefined) ? undefined : written.join('');
}

function isAllowed(url: string, { allowsHttp }: Typed): boolean {
  return (allowsHttp ? /^https?:\/\//i : /^https:\/\//i).test(url);
}

function writeText(text: string, typed: Typed): string {
  let written = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(bareAddress)) {
    if (!isAllowed(address, typed)) continue;
    written += encodePiece(text.slice(from, index)) + encodeLinkDestination(address);
    from = index + address.length;
  }
  return written + encodePiece(text.slice(from));
}

function encodePiece(piece: string): string {
  return between(piece, encodeCell);
}

/** A piece of a text keeps the blanks at its ends. */
function between(piece: string, encode: (text: string) => string): string {
  const [, before = '', , after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
  return before + encode(piece) + after;
}

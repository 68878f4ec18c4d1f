import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { withoutUnwanted } from '../../../submission/clean-text.ts';
import { toReference } from '../../../text/character-references.ts';
import { toSingleLine } from '../../../text/single-line.ts';
import { encodeCell, encodeLinkLabel } from './encode-cell.ts';
import { encodeLinkDestination } from './encode-link-destination.ts';
import { keepReferences } from './keep-references.ts';

/** Stands for a line break while a text of several lines is encoded: no cleaned text has such a character. */
export const lineMark = '\uE000';

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
  const kept = keepReferences(line, written);
  return (line.includes(lineMark) ? kept : kept.replaceAll(lineMark, '')).trim();
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
      if (source.startsWith('<') && isAllowed(node.url, typed)) {
        return writeAutolink(
          node.url,
          source,
          line.slice(0, start),
          line.slice(start + source.length),
        );
      }
      const label = source.startsWith('[') ? writeLabel(node.children, typed) : undefined;
      const isPlain = label !== undefined && !node.title && isAllowed(node.url, typed);
      return isPlain ? `[${label}](${encodeLinkDestination(node.url)})` : encodeCell(source);
    }
    default:
      return encodeCell(source);
  }
}

/** An address in angle brackets, which stop a build of MDX: bare, if GitHub finds the same one then, else called by itself. */
function writeAutolink(url: string, source: string, before: string, behind: string): string {
  const shown = source.slice(1, -1);
  const isFound = shown === url && url.match(bareAddress)?.[0] === url;
  const isApart = /(?:^|[\s(])$/.test(before) && /^(?:$|[\s.,;:!?)])/.test(behind);
  const address = encodeLinkDestination(url);
  return isFound && isApart ? address : `[${encodeLinkLabel(shown)}](${address})`;
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
    const end = index + address.length;
    written += encodePiece(text.slice(from, index));
    // Behind this, a link would be a picture.
    if (isAlone(text.slice(end))) written += encodeLinkDestination(address);
    else written = written.replace(/!$/, toReference) + writeLink(address);
    from = end;
  }
  return written + encodePiece(text.slice(from));
}

/** Whether GitHub finds no more than an address by itself: what is written otherwise than it was typed would become a part of it. */
function isAlone(rest: string): boolean {
  const [next = ''] = /^[^ \t\r\n]*/.exec(rest) ?? [];
  return /^(?!;)[\0-\x7F]*$/.test(next) && encodePiece(next) === next;
}

function writeLink(address: string): string {
  return `[${encodeLinkLabel(address)}](${encodeLinkDestination(address)})`;
}

function encodePiece(piece: string): string {
  return between(piece, encodeCell);
}

/** A piece of a text keeps the blanks at its ends, but no line ends: references stand for any character. */
function between(piece: string, encode: (text: string) => string): string {
  const line = toSingleLine(piece.split(lineMark).map(withoutUnwanted).join(lineMark));
  const [, before = '', , after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(line) ?? [];
  return before + encode(line) + after;
}

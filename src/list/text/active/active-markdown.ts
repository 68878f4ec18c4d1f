import markdownIt, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import { decodeText } from '../decode-text.ts';
import { findActiveHtml } from './active-html.ts';
import { type ActiveMarkup, activeMarkup } from './active-markup.ts';
import { isScriptLink } from './script-link.ts';

/** Deeper nesting costs the parser time without bound. */
const deepestNesting = 20;

/** Where each inline token stands in the content of its block. */
const positions = new WeakMap<Token, number>();

const parser = createParser();
const parserWithoutCode = createParser().disable('code');

/**
 * Finds raw HTML that acts, and links and pictures with an address that a browser would run.
 *
 * The source is read twice, for Hugo and this parser differ on what an indented line is, and the parser reads nothing
 * that is nested too deeply: once as it stands, and once with everything at the margin.
 */
export function findActiveMarkdown(source: string): readonly ActiveMarkup[] {
  const found = [
    ...findWith(parser, source),
    ...findWith(parserWithoutCode, blankContainers(source)),
    ...findDefinitions(source),
  ];
  const byPlace = new Map(found.map((markup) => [`${markup.offset} ${markup.kind}`, markup]));
  return [...byPlace.values()];
}

/** Blanks instead of the marks of quotations and lists, so that offsets stay. */
function blankContainers(source: string): string {
  return source.replace(/^(?:[ \t>*+-]|\d{1,9}[.)])+/gm, (marks) => ' '.repeat(marks.length));
}

/** Finds definitions of links, on the exact form of which parsers differ. */
function findDefinitions(source: string): readonly ActiveMarkup[] {
  return Array.from(source.matchAll(/\]:\s*<?([^\s>]+)/g)).flatMap(
    ({ 0: definition, 1: address = '', index }) =>
      isScriptLink(decodeText(address)) ? [activeMarkup('script-link', definition, index)] : [],
  );
}

function findWith(markdown: MarkdownIt, source: string): readonly ActiveMarkup[] {
  const starts = lineStarts(source);
  return markdown.parse(source, {}).flatMap((block) =>
    findInBlock(block).map((found) => {
      const firstLine = block.map?.[0] ?? 0;
      return { ...found, offset: offsetInSource(block, found.offset, source, starts, firstLine) };
    }),
  );
}

/** Finds what acts in one block, with offsets in the block's content. */
function findInBlock(block: Token): readonly ActiveMarkup[] {
  if (block.type === 'html_block') return findActiveHtml(block.content, 'text');
  // Hugo writes the language of a fence into an attribute as it stands.
  if (block.type === 'fence' && /["'<>]/.test(block.info)) {
    return [activeMarkup('element', `${block.markup}${block.info}`, 0)];
  }
  return (block.children ?? []).flatMap((token) => {
    const position = positions.get(token) ?? 0;
    if (token.type === 'html_inline') return findActiveHtml(token.content, 'text', position);
    const address = token.attrGet('href') ?? token.attrGet('src') ?? '';
    if (!isScriptLink(String(address))) return [];
    // The parser has passed a link's bracket when it makes the token.
    const isBracketed = token.type === 'link_open' && token.markup !== 'autolink';
    const start = isBracketed ? position - 1 : position;
    return [activeMarkup('script-link', block.content.slice(start), start)];
  });
}

/** The parser strips what stands before a block's lines, as blanks: each line is looked for on its own. */
function offsetInSource(
  block: Token,
  position: number,
  source: string,
  starts: readonly number[],
  firstLine: number,
): number {
  const linesBefore = block.content.slice(0, position).split('\n');
  const column = linesBefore.at(-1)?.length ?? 0;
  const line = block.content.split('\n')[linesBefore.length - 1] ?? '';
  const text = line.trimStart();
  const start = starts[firstLine + linesBefore.length - 1] ?? source.length;
  const offset = Math.max(source.indexOf(text, start), start);
  return offset + Math.max(column - (line.length - text.length), 0);
}

function lineStarts(source: string): readonly number[] {
  const ends = source.matchAll(/\r\n?|\n/g);
  return [0, ...Array.from(ends, ({ 0: end, index }) => index + end.length)];
}

/** A parser that keeps every address as it is, and notes where tokens stand. */
function createParser(): MarkdownIt {
  const markdown = markdownIt({ html: true, maxNesting: deepestNesting });
  markdown.validateLink = () => true;
  markdown.normalizeLink = (address) => address;
  markdown.inline.State = class extends markdown.inline.State {
    override push(...[type, tag, nesting]: Parameters<StateInline['push']>): Token {
      const token = super.push(type, tag, nesting);
      positions.set(token, this.pos);
      return token;
    }
  };
  return markdown;
}

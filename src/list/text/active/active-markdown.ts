import markdownIt, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import { decodeText } from '../encode/decode-text.ts';
import { findActiveHtml } from './active-html.ts';
import { type ActiveMarkup, activeMarkup } from './active-markup.ts';
import { isScriptLink } from './script-link.ts';

/** Deeper nesting costs the parser time without bound. */
const deepestNesting = 20;

/** The position of each inline token in the content of its block. */
const positions = new WeakMap<Token, number>();

const parser = createParser();
const parserWithoutCode = createParser().disable('code');

/**
 * Finds raw HTML that acts, and links and pictures with an address that a browser would run.
 *
 * The source is read twice, for Hugo and this parser differ on what an indented line is, and the parser reads nothing
 * that is nested too deeply: once as it is, and once with everything at the margin,
 * unless it is there.
 */
export function findActiveMarkdown(source: string): readonly ActiveMarkup[] {
  const hasMargin = /^(?:[ \t>*+-]|\d{1,9}[.)])/m.test(source);
  const found = [
    ...findWith(parser, source),
    ...(hasMargin ? findWith(parserWithoutCode, blankContainers(source)) : []),
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
  const lines = linesOf(source);
  return markdown.parse(source, {}).flatMap((block) => {
    const found = findInBlock(block).toSorted((one, other) => one.offset - other.offset);
    return found.length === 0 ? [] : placeInSource(found, block, lines);
  });
}

/** Finds what acts in one block, with offsets in the block's content. */
function findInBlock(block: Token): readonly ActiveMarkup[] {
  if (block.type === 'html_block') return findActiveHtml(block.content, 'text');
  // Hugo writes the language of a fence into an attribute as it is.
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

/**
 * Gives findings the offset in the source in the place of that in their block's content. The parser strips what is
 * before a block's lines, as blanks: each line is looked for on its own, and once.
 *
 * @param found in the order of their offsets
 */
function placeInSource(
  found: readonly ActiveMarkup[],
  { content, map }: Token,
  lines: readonly Line[],
): readonly ActiveMarkup[] {
  const [firstLine = 0] = map ?? [];
  const ownLines = linesOf(content);
  let index = 0;
  let shift = shiftOf(ownLines[index], lines[firstLine]);
  return found.map((markup) => {
    while ((ownLines[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= markup.offset) {
      index += 1;
      shift = shiftOf(ownLines[index], lines[firstLine + index]);
    }
    return { ...markup, offset: markup.offset + shift };
  });
}
/** How far a line is from its place in the source, in characters. */
function shiftOf(own: Line | undefined, line: Line | undefined): number {
  if (own === undefined || line === undefined) return 0;
  const text = own.text.trimStart();
  const column = Math.max(line.text.indexOf(text.trimEnd()), 0);
  return line.start + column - (own.start + own.text.length - text.length);
}

interface Line {
  readonly start: number;
  /** Its end included. */
  readonly text: string;
}

function linesOf(source: string): readonly Line[] {
  const ends = Array.from(source.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length);
  return [0, ...ends].map((start, index) => ({ start, text: source.slice(start, ends[index]) }));
}

/** A parser that keeps every address as it is, and notes the positions of tokens. */
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

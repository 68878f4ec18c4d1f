import markdownIt, { type Env, type Token } from 'markdown-it';
import { rememberLast } from '../../text/remember-last.ts';
import { blankFrontMatter } from './front-matter.ts';

const markdown = markdownIt({ html: true });

/** A file as another parser of Markdown reads it. */
export interface SecondReading {
  readonly tokens: readonly Token[];
  /** The top-level blocks, in the order of the file. */
  readonly blocks: readonly SeenBlock[];
  /** All that is in the file besides tokens: definitions of links, and front matter. */
  readonly besides: unknown;
}

/** Where the tokens of a block are. */
export interface SeenBlock {
  /** From 1. */
  readonly line: number;
  /** The index of its first token, and the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** Reads a file a second time. */
export const readAgain = rememberLast((text): SecondReading => {
  const environment: Env = {};
  const content = blankFrontMatter(text);
  const tokens = markdown.parse(content, environment);
  const length = content.length - content.trimStart().length;
  return {
    tokens,
    blocks: blocksOf(tokens),
    besides: [environment.references ?? {}, text.slice(0, length).trim()],
  };
});

function blocksOf(tokens: readonly Token[]): readonly SeenBlock[] {
  const blocks: SeenBlock[] = [];
  let start = 0;
  for (const [index, { level, nesting }] of tokens.entries()) {
    if (level !== 0 || nesting === 1) continue;
    const line = (tokens[start]?.map?.[0] ?? 0) + 1;
    blocks.push({ line, start, end: index + 1 });
    start = index + 1;
  }
  return blocks;
}

/** The index of the first block at or after a line; the number of blocks if there is none. */
export function blockFrom(blocks: readonly SeenBlock[], line: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tokens, and what is beside them, in a form that can be compared. */
export function toComparable(tokens: readonly Token[], besides: unknown): string {
  return JSON.stringify([tokens.map(withoutLines), besides]);
}

/** A token without the lines on which it is. */
function withoutLines({ type, tag, attrs, content, info, children }: Token): unknown {
  return [type, tag, attrs, content, info, (children ?? []).map(withoutLines)];
}

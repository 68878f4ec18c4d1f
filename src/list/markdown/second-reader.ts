import markdownIt, { type Env, type Token } from 'markdown-it';
import { blankFrontMatter } from './front-matter.ts';

const markdown = markdownIt({ html: true });

/** A file as another parser of Markdown reads it. */
export interface SecondReading {
  readonly tokens: readonly Token[];
  /** All that is in the file besides tokens: definitions of links, and front matter. */
  readonly besides: unknown;
}

/** The last file that was read: each group of a list asks for the same. */
let last: { readonly text: string; readonly reading: SecondReading } | undefined;

/** Reads a file a second time. */
export function readAgain(text: string): SecondReading {
  if (last?.text !== text) last = { text, reading: readTokens(text) };
  return last.reading;
}

function readTokens(text: string): SecondReading {
  const environment: Env = {};
  const content = blankFrontMatter(text);
  const tokens = markdown.parse(content, environment);
  const length = content.length - content.trimStart().length;
  return { tokens, besides: [environment.references ?? {}, text.slice(0, length).trim()] };
}

/** A token without the lines on which it is. */
export function toComparable({ type, tag, attrs, content, info, children }: Token): unknown {
  return [type, tag, attrs, content, info, (children ?? []).map(toComparable)];
}

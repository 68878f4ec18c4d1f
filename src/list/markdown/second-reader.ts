import markdownIt, { type Env, type Token } from 'markdown-it';
import { rememberLast } from '../../text/remember-last.ts';
import { blankFrontMatter } from './front-matter.ts';

const markdown = markdownIt({ html: true });

/** A file as another parser of Markdown reads it. */
export interface SecondReading {
  readonly tokens: readonly Token[];
  /** All that is in the file besides tokens: definitions of links, and front matter. */
  readonly besides: unknown;
}

/** Reads a file a second time. */
export const readAgain = rememberLast((text): SecondReading => {
  const environment: Env = {};
  const content = blankFrontMatter(text);
  const tokens = markdown.parse(content, environment);
  const length = content.length - content.trimStart().length;
  return { tokens, besides: [environment.references ?? {}, text.slice(0, length).trim()] };
});

/** Tokens, and what is beside them, in a form that can be compared. */
export function toComparable(tokens: readonly Token[], besides: unknown): string {
  return JSON.stringify([tokens.map(withoutLines), besides]);
}

/** A token without the lines on which it is. */
function withoutLines({ type, tag, attrs, content, info, children }: Token): unknown {
  return [type, tag, attrs, content, info, (children ?? []).map(withoutLines)];
}

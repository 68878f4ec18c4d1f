import type { PhrasingContent } from 'mdast';
import type { FolderFile } from '../../format.ts';
import { tokenContents } from '../../markdown/entry/block-contents.ts';
import { parseMarkdown } from '../../markdown/read-markdown.ts';
import { readAgain } from '../../markdown/second-reader.ts';
import { shownText } from '../../markdown/shown-text.ts';
import { encodeWords } from '../../markdown/write/encode-words.ts';
import { encodeBlockStart } from '../../text/encode/encode-block.ts';

/** What is below the front matter of a Markdown file. */
export interface Body {
  /** Where it begins in the file, and where the file ends: blanks around it belong to it. */
  readonly start: number;
  readonly end: number;
  /** The same without the blanks around it. */
  readonly source: string;
  /** What a reader sees of it, where it is some short paragraphs alone; nothing where it is more than that. */
  readonly text: string | undefined;
}

/** By what the text below a front matter is known in a configuration, unless a key is called so. */
export const bodyName = 'body';

/**
 * A longer text, or one with more marks, is more than a description. There may be very many files, so that reading each as
 * Markdown must take no time.
 */
const longestText = 2000;
const mostMarks = 50;

/** @param fence where the line begins that ends the front matter */
export function readBody({ text }: FolderFile, fence: number): Body {
  const start = fence + 3 + (/^[ \t]*/.exec(text.slice(fence + 3))?.[0].length ?? 0);
  const source = text.slice(start).trim();
  const isShort = source.length <= longestText;
  const marks = isShort ? (source.match(/[<[*_`!&]/g)?.length ?? 0) : 0;
  const shown = isShort && marks <= mostMarks ? textOf(source) : undefined;
  return { start, end: text.length, source, text: shown };
}

/** What a reader sees of paragraphs; nothing of anything else. */
function textOf(source: string): string | undefined {
  if (/\{\{|\{%/.test(source)) return undefined;
  const paragraphs: string[] = [];
  for (const node of parseMarkdown(source).children) {
    if (node.type !== 'paragraph' || !node.children.every(isWords)) return undefined;
    paragraphs.push(shownText(node.children));
  }
  return paragraphs.join(' ');
}

/** Whether some Markdown is words, and perhaps links: no picture, no tag of HTML. */
function isWords(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'break') return true;
  return 'children' in node && node.children.every(isWords);
}

/** A text as the paragraph of a body, which shows it and does nothing. */
export function writeBody(typed: string, allowsMarkup: boolean, samples: readonly Body[]): string {
  const known = samples.map(({ source }) => ({ start: 0, company: '', nodes: [], source }));
  return encodeBlockStart(encodeWords(typed, { samples: known, allowsMarkup }));
}

/** Whether another reader of Markdown finds the paragraph that was written, and nothing else. */
export function isSeenIn(written: string, source: string): boolean {
  const expected = written === '' ? [] : [written];
  const found = tokenContents(readAgain(source.trim()).tokens);
  return JSON.stringify(found) === JSON.stringify(expected);
}

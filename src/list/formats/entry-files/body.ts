import type { PhrasingContent } from 'mdast';
import type { Result } from '../../../problem/result.ts';
import { success } from '../../../problem/result.ts';
import type { FolderFile } from '../../format.ts';
import { tokenContents } from '../../markdown/entry/block-contents.ts';
import { readMarkdown } from '../../markdown/read-markdown.ts';
import { readAgain } from '../../markdown/second-reader.ts';
import { shownText } from '../../markdown/shown-text.ts';
import { encode } from '../../markdown/write/field-context.ts';
import { encodeBlockStart } from '../../text/encode/encode-block.ts';

/** What is below the front matter of a Markdown file. */
export interface Body {
  /** Where it begins in the file, and where the file ends: blanks around it belong to it. */
  readonly start: number;
  readonly end: number;
  /** The same without the blanks around it. */
  readonly source: string;
  /** What a reader sees of it, where it is paragraphs alone; nothing where it is more than that. */
  readonly text: string | undefined;
}

/** By what the text below a front matter is known in a configuration, unless a key is called so. */
export const bodyName = 'body';

/** @param fence where the line begins that ends the front matter */
export function readBody({ path, text }: FolderFile, fence: number): Result<Body> {
  const start = fence + 3 + (/^[ \t]*/.exec(text.slice(fence + 3))?.[0].length ?? 0);
  const blanked = text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start);
  const read = readMarkdown({ path, text: blanked });
  if (!read.ok) return read;
  const paragraphs: PhrasingContent[][] = [];
  for (const node of read.value.children) {
    if (node.type === 'paragraph') paragraphs.push(node.children);
  }
  const source = text.slice(start).trim();
  const isText =
    !/\{\{|\{%/.test(source) &&
    paragraphs.length === read.value.children.length &&
    paragraphs.flat().every(isWords);
  return success({
    start,
    end: text.length,
    source,
    text: isText ? paragraphs.map(shownText).join(' ') : undefined,
  });
}

/** Whether some Markdown is words, and perhaps links: no picture, no tag of HTML. */
function isWords(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'break') return true;
  return 'children' in node && node.children.every(isWords);
}

/** A text as the paragraph of a body, which shows it and does nothing. */
export function writeBody(typed: string, allowsMarkup: boolean, samples: readonly Body[]): string {
  const known = samples.map(({ source }) => ({ start: 0, company: '', nodes: [], source }));
  return encodeBlockStart(encode(typed, { samples: known, allowsMarkup }));
}

/** Whether another reader of Markdown finds the paragraph that was written, and nothing else. */
export function isSeenIn(written: string, source: string): boolean {
  const expected = written === '' ? [] : [written];
  const found = tokenContents(readAgain(source.trim()).tokens);
  return JSON.stringify(found) === JSON.stringify(expected);
}

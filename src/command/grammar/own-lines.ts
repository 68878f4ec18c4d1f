import { closes, openingFence } from '../../form/find-headings.ts';

/** What the lines of a comment stand in, as far as the next line depends on it. */
type Block =
  | { readonly kind: 'none' | 'paragraph' | 'quote' }
  | { readonly kind: 'code'; readonly fence: string };

/**
 * The lines of a comment that are its author's own words. Those of quotes, fenced and indented code blocks come out
 * empty, so that what is left keeps its paragraphs. Linear in the comment's length.
 */
export function ownLines(comment: string): readonly string[] {
  let block: Block = { kind: 'none' };
  return comment.split(/\r\n|\r|\n/).map((line) => {
    block = blockAt(line, block);
    return block.kind === 'paragraph' ? line : '';
  });
}

/** The block that a line stands in, from the one that the line before it stands in (CommonMark 0.31, 4.4, 4.5, 5.1). */
function blockAt(line: string, before: Block): Block {
  if (before.kind === 'code') return closes(line, before.fence) ? { kind: 'none' } : before;
  if (line.trim() === '') return { kind: 'none' };
  const fence = openingFence(line);
  if (fence !== undefined) return { kind: 'code', fence };
  if (/^ {0,3}>/.test(line)) return { kind: /[^\s>]/.test(line) ? 'quote' : 'none' };
  // A line right under a quoted one is shown within the quote.
  if (before.kind === 'quote') return before;
  const isIndented = /^(?: {4}| {0,3}\t)/.test(line);
  // Code where a block begins; within a paragraph, more of it.
  return isIndented ? before : { kind: 'paragraph' };
}

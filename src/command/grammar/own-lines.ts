import { closes, openingFence } from '../../form/code-fence.ts';
import { withoutComments } from '../../text/without-comments.ts';

/** What the lines of a comment are in, as far as the next line depends on it. */
type Block =
  | { readonly kind: 'none' | 'paragraph' | 'quote' | 'comment' }
  | { readonly kind: 'code'; readonly fence: string }
  /** `<details>`, of which so many are open. */
  | { readonly kind: 'details'; readonly depth: number };

/**
 * The lines of a comment that are its author's own words, as GitHub shows them. Those of quotes, fenced and indented code
 * blocks, comments of HTML and `<details>` come out empty, so that what is left keeps its paragraphs. Linear in the
 * comment's length.
 */
export function ownLines(comment: string): readonly string[] {
  let block: Block = { kind: 'none' };
  return comment.split(/\r\n|\r|\n/).map((line) => {
    block = blockAt(line, block);
    return block.kind === 'paragraph' ? withoutComments(line) : '';
  });
}

/** The block that a line is in, from the one that the line before it is in (CommonMark 0.31, 4.4 to 4.6, 5.1). */
function blockAt(line: string, before: Block): Block {
  if (before.kind === 'code') return closes(line, before.fence) ? { kind: 'none' } : before;
  if (before.kind === 'comment') return line.includes('-->') ? { kind: 'none' } : before;
  if (before.kind === 'details') return detailsAt(line, before.depth);
  if (line.trim() === '') return { kind: 'none' };
  const fence = openingFence(line);
  if (fence !== undefined) return { kind: 'code', fence };
  if (/^ {0,3}<!--/.test(line) && !line.includes('-->')) return { kind: 'comment' };
  if (/^ {0,3}<details\b/i.test(line)) return detailsAt(line, 0);
  if (/^ {0,3}>/.test(line)) return { kind: /[^\s>]/.test(line) ? 'quote' : 'none' };
  // A line right under a quoted one is shown within the quote.
  if (before.kind === 'quote') return before;
  const isIndented = /^(?: {4}| {0,3}\t)/.test(line);
  // Code where a block begins; within a paragraph, more of it.
  return isIndented ? before : { kind: 'paragraph' };
}

function detailsAt(line: string, before: number): Block {
  const opened = line.match(/<details\b/gi)?.length ?? 0;
  const closed = line.match(/<\/details\b/gi)?.length ?? 0;
  const depth = before + opened - closed;
  return depth > 0 ? { kind: 'details', depth } : { kind: 'none' };
}

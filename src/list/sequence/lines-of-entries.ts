import { usualOf } from '../most-common.ts';
import type { Splice } from '../splice.ts';
import type { SequenceEntry, SequenceList, Span } from './sequence.ts';

/** Whether nothing but blank lines is between two entries, or a line across the page. */
function isGapOfLines(between: string): boolean {
  return /^[ \t]*\r?\n\s*(?:(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n\s*)?$/.test(between);
}

/** Where a new entry is among what the second reader finds, and how many of these it replaces. */
export function rowFor(
  { entries, placeholder }: SequenceList,
  index: number,
): { row: number; replaced: number } {
  const before = entries[index - 1];
  if (before !== undefined) return { row: before.row + 1, replaced: 0 };
  const row = entries[index]?.row ?? placeholder?.row ?? 0;
  return { row, replaced: entries.length === 0 && placeholder !== undefined ? 1 : 0 };
}

/** Where an entry's lines are put in. */
export function insertion(list: SequenceList, index: number, source: string): Splice {
  const { entries, placeholder, head, newline, gaps } = list;
  const gap = gapBeside(list, index) ?? gaps?.between.replaceAll('\n', newline) ?? newline;
  const [before, behind] = [entries[index - 1], entries[index]];
  if (before !== undefined) return { start: before.end, end: before.end, text: gap + source };
  if (behind !== undefined) return { start: behind.start, end: behind.start, text: source + gap };
  if (placeholder !== undefined) return { ...placeholder, text: source };
  const above = gaps?.above.replaceAll('\n', newline) ?? newline;
  return { start: head, end: head, text: above + source };
}

/** The pairs of entries around a place, nearest first: by how many the first of them is from it. */
const pairsAround = [-1, -2, 0, -3, 1, -4, 2, -5, 3];

/**
 * What is between most of the entries around a place, without blanks that nobody sees.
 *
 * @param isGap whether entries can be parted by it; by default line ends alone do so
 */
export function gapBeside(
  { entries, text }: SequenceList,
  index: number,
  isGap: (gap: string) => boolean = isGapOfLines,
): string | undefined {
  const gaps = pairsAround.flatMap((distance) => {
    const [one, other] = [entries[index + distance], entries[index + distance + 1]];
    const gap = one && other && text.slice(one.end, other.start);
    return gap !== undefined && isGap(gap) ? [gap.replace(/[ \t]+(?=\r?\n)/g, '')] : [];
  });
  return usualOf(gaps);
}

/** An entry's lines, with the line ends that go with them. */
export function removed({ entries, text }: SequenceList, entry: SequenceEntry): Span {
  const { index } = entry.place;
  const [before, behind] = [entries[index - 1], entries[index + 1]];
  if (behind !== undefined && isGapOfLines(text.slice(entry.end, behind.start))) {
    return { start: entry.start, end: behind.start };
  }
  if (before !== undefined && isGapOfLines(text.slice(before.end, entry.start))) {
    return { start: before.end, end: entry.end };
  }
  const lineEnd = /^\r?\n/.exec(text.slice(entry.end, entry.end + 2))?.[0] ?? '';
  return { start: entry.start, end: entry.end + lineEnd.length };
}

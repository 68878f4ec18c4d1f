import { foldLabel } from './fold-label.ts';
import type { FormField } from './form-field.ts';

/** The lines of a body, counted from 0, that a label heads. */
export interface HeadingLines {
  readonly outsideFences: number[];
  readonly insideFences: number[];
}

/** The headings of a body. */
export interface Headings {
  /** By label; each that was looked for is there. */
  readonly lines: ReadonlyMap<string, HeadingLines>;
  /**
   * Headings outside code blocks that head no answer: of the third level with other words, or with a label's words
   * but not as GitHub writes them.
   */
  readonly others: readonly OtherHeading[];
}

export interface OtherHeading {
  readonly line: number;
  /** As typed. */
  readonly text: string;
  /** Whether its words are a label. */
  readonly isLabel: boolean;
}

/** The labels of fields, as headings are looked for. */
export function labelsOf(fields: readonly FormField[]): ReadonlySet<string> {
  return new Set(fields.map(({ label }) => foldLabel(label)));
}

/** One pass over a body's lines: where each of the labels stands as a heading of the third level, as GitHub writes it. */
export function findHeadings(lines: readonly string[], labels: ReadonlySet<string>): Headings {
  const found = new Map<string, HeadingLines>();
  for (const label of labels) found.set(label, { outsideFences: [], insideFences: [] });
  const others: OtherHeading[] = [];
  let fence: string | undefined;
  lines.forEach((line, index) => {
    const [, marks, words = ''] = /^ {0,3}(#{1,6})(?!#)(.*)$/s.exec(line) ?? [];
    const label = foldLabel(words);
    const heading = /^###[ \t]/.test(line) ? found.get(label) : undefined;
    (fence === undefined ? heading?.outsideFences : heading?.insideFences)?.push(index);
    const isLabel = found.has(label);
    const isOther = heading === undefined && label !== '' && (marks === '###' || isLabel);
    if (isOther && fence === undefined) others.push({ line: index, text: line.trim(), isLabel });
    if (fence === undefined) fence = openingFence(line);
    else if (closes(line, fence)) fence = undefined;
  });
  return { lines: found, others };
}

/** The backticks or tildes that open a code block (CommonMark 0.31, 4.5), or undefined. */
export function openingFence(line: string): string | undefined {
  return /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/s.exec(line)?.slice(1).find(Boolean);
}

/** Whether a line closes the code block that a fence opened. */
export function closes(line: string, fence: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return closing !== undefined && closing[0] === fence[0] && closing.length >= fence.length;
}

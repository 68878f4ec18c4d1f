import { foldLabel } from './fold-label.ts';

/** The lines of a body, counted from 0, that a label heads. */
export interface HeadingLines {
  readonly outsideFences: number[];
  readonly insideFences: number[];
}

/** One pass over a body's lines: where each of the labels stands as a heading of the third level, as GitHub writes it. */
export function findHeadings(
  lines: readonly string[],
  labels: ReadonlySet<string>,
): ReadonlyMap<string, HeadingLines> {
  const found = new Map<string, HeadingLines>();
  for (const label of labels) found.set(label, { outsideFences: [], insideFences: [] });
  let fence: string | undefined;
  lines.forEach((line, index) => {
    const label = /^###[ \t]+(?=\S)/.test(line) ? foldLabel(line.slice(3)) : undefined;
    const heading = label === undefined ? undefined : found.get(label);
    (fence === undefined ? heading?.outsideFences : heading?.insideFences)?.push(index);
    if (fence === undefined) fence = openingFence(line);
    else if (closes(line, fence)) fence = undefined;
  });
  return found;
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

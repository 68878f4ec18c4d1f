import type { FormField } from '../form-field.ts';
import { foldLabel } from './fold-label.ts';
import type { ShownLine } from './read-shown.ts';

/** The lines of a body, counted from 0, that a label heads. */
export interface HeadingLines {
  /** Those that GitHub shows as headings. */
  readonly shown: number[];
  /** Those that it shows as they were typed, for they stand in code or raw HTML. */
  readonly raw: number[];
  readonly hidden: number[];
}

/** The headings of a body. */
export interface Headings {
  /** By label; each that was looked for is there. */
  readonly lines: ReadonlyMap<string, HeadingLines>;
  /**
   * Headings that are shown and head no answer: of the third level with other words, or with a label's words
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

/**
 * One pass over a body's lines: where each of the labels stands as a heading of the third level, as GitHub writes it. Where
 * none is shown as one, there is no form, whatever code shows.
 */
export function findHeadings(lines: readonly ShownLine[], labels: ReadonlySet<string>): Headings {
  const found = new Map<string, HeadingLines>();
  for (const label of labels) found.set(label, { shown: [], raw: [], hidden: [] });
  const others: OtherHeading[] = [];
  lines.forEach(({ source, text, kind }, index) => {
    const typed = kind === 'hidden' ? source : text;
    const [, marks, words = ''] = /^ {0,3}(#{1,6})(?!#)(.*)$/s.exec(typed) ?? [];
    if (marks === undefined) return;
    const label = foldLabel(words);
    const heading = /^###[ \t]/.test(typed) ? found.get(label) : undefined;
    heading?.[kind === 'markdown' ? 'shown' : kind].push(index);
    const isLabel = found.has(label);
    const isOther = heading === undefined && label !== '' && (marks === '###' || isLabel);
    if (isOther && kind === 'markdown') others.push({ line: index, text: typed.trim(), isLabel });
  });
  if (![...found.values()].some(({ shown }) => shown.length > 0)) {
    for (const { raw } of found.values()) raw.length = 0;
  }
  return { lines: found, others };
}

import type { FormField } from '../form-field.ts';
import { foldLabel } from './fold-label.ts';
import { readHeading, type TypedHeading } from './read-heading.ts';
import type { ShownLine } from './read-shown.ts';

/** The lines of a body, counted from 0, that a label heads. */
export interface HeadingLines {
  /** Those that GitHub shows as headings. */
  readonly shown: readonly number[];
  /** Those that it shows as they were typed, for they are in code or raw HTML. */
  readonly raw: readonly number[];
  readonly hidden: readonly number[];
}

/** The headings of a body. */
export interface Headings {
  /** By label; each that was looked for is there. */
  readonly lines: ReadonlyMap<string, HeadingLines>;
  /** Headings that are shown and head no answer: of the form's level with other words, or with a label's words. */
  readonly others: readonly OtherHeading[];
}

export interface OtherHeading {
  readonly line: number;
  /** As typed. */
  readonly text: string;
  /** Whether its words are a label. */
  readonly isLabel: boolean;
}

/** A heading in a body. */
interface Found extends TypedHeading {
  readonly line: number;
  readonly kind: ShownLine['kind'];
  /** The label that its words are. */
  readonly label: string | undefined;
}

/** The level of the headings that GitHub writes. */
const usualLevel = 3;

/** So many headings that are not as GitHub writes them are a form's. */
const fewest = 3;

/** The labels of fields, as headings are looked for. */
export function labelsOf(fields: readonly FormField[]): ReadonlySet<string> {
  return new Set(fields.map(({ label }) => foldLabel(label)));
}

/**
 * Finds where each of the labels is as a heading. GitHub writes headings of the third level; where a text has been through
 * other hands, the level at which most of the labels are is the form's, and a label that is not there may be once
 * elsewhere. Where none is shown as a heading, there is no form, whatever code shows.
 */
export function findHeadings(lines: readonly ShownLine[], labels: ReadonlySet<string>): Headings {
  const byKey = new Map(Array.from(labels, (label) => [keyOf(label), label]));
  const found = lines.flatMap(({ source, text, kind }, line): Found[] => {
    const heading = readHeading(kind === 'hidden' ? source : text, lines[line + 1]?.text ?? '');
    if (heading === undefined) return [];
    const { words, plain } = heading;
    const label = labels.has(words) ? words : byKey.get(keyOf(plain));
    return [{ ...heading, line, kind, label }];
  });
  const shown = found.filter(({ kind }) => kind === 'markdown');
  const level = levelOf(shown);
  const headings = new Map<string, HeadingLines>();
  for (const label of labels) {
    const own = shown.filter((each) => each.label === label);
    const usual = found.filter((each) => each.label === label && isAsWritten(each));
    const linesAs = (kind: Found['kind']) => linesOf(usual.filter((each) => each.kind === kind));
    const [raw, hidden] = [linesAs('raw'), linesAs('hidden')];
    const isSwallowed = raw.length + hidden.length > 0;
    const taken = linesOf(headingsOf(own, level, isSwallowed));
    headings.set(label, { shown: taken, raw, hidden });
  }
  // A word or two in bold that are also labels make no form.
  const count = [...headings.values()].filter((each) => each.shown.length > 0).length;
  const isForm = shown.some(isAsWritten) || count >= Math.min(fewest, labels.size);
  if (!isForm) for (const [label, each] of headings) headings.set(label, { ...each, shown: [] });
  const isTaken = new Set([...headings.values()].flatMap((each) => each.shown));
  if (isTaken.size === 0) {
    for (const [label, each] of headings) headings.set(label, { ...each, raw: [] });
  }
  const others = shown.filter(
    ({ line, label, words, isMarked, ...each }) =>
      !isTaken.has(line) &&
      isMarked &&
      words !== '' &&
      (each.level === level || label !== undefined),
  );
  return {
    lines: headings,
    others: others.map(({ line, label }) => ({
      line,
      text: (lines[line]?.text ?? '').trim(),
      isLabel: label !== undefined,
    })),
  };
}

/**
 * Of one label's headings those that begin an answer.
 *
 * @param isSwallowed whether one as GitHub writes it is in code or is hidden
 */
function headingsOf(own: readonly Found[], level: number, isSwallowed: boolean): readonly Found[] {
  const there = own.filter((each) => each.level === level);
  const exact = there.filter(({ label, words, isMarked }) => isMarked && words === label);
  if (exact.length > 0) return exact;
  if (there.length > 0) return there;
  return own.length === 1 && !isSwallowed ? own : [];
}

/** The level at which most labels are. */
function levelOf(shown: readonly Found[]): number {
  const labels = new Map<number, Set<string>>([[usualLevel, new Set()]]);
  for (const { label, level } of shown) {
    if (label !== undefined) labels.set(level, (labels.get(level) ?? new Set()).add(label));
  }
  const sizes = Array.from(labels, ([level, { size }]) => ({ level, size }));
  return sizes.reduce((one, other) => (other.size > one.size ? other : one)).level;
}

/** Whether GitHub wrote a heading so. */
function isAsWritten({ level, words, label, isMarked }: Found): boolean {
  return level === usualLevel && isMarked && words === label;
}

function linesOf(found: readonly Found[]): readonly number[] {
  return found.map(({ line }) => line);
}

/** Whose letters' case and trailing colon do not matter. */
function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s:：]+$/u, '')
    .trim();
}

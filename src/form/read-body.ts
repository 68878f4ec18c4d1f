import { type Problem, problem } from '../problem/problem.ts';
import { findHeadings, type HeadingLines, labelsOf } from './body/find-headings.ts';
import { foldLabel } from './body/fold-label.ts';
import { isUnderline } from './body/read-heading.ts';
import { readShown, type ShownBody } from './body/read-shown.ts';
import { closes, openingFence } from './code-fence.ts';
import type { FormField } from './form-field.ts';

/** The most of an issue's body that we read, in bytes of UTF-8. */
export const mostBodyBytes = 64 * 1024;

/** What GitHub writes where a field was left empty. */
const noAnswer = '_No response_';

export interface BodyReading {
  /** A field's id to its answer, trimmed, with `\n` line breaks. A field without an answer is absent. */
  readonly answers: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

interface ShownReading extends BodyReading {
  /** A field's id to the labels of the boxes in its section that are ticked, and nowhere shown unticked. */
  readonly ticked: Readonly<Record<string, ReadonlySet<string>>>;
}

/** A field and the line of its heading. */
interface TakenHeading {
  readonly field: FormField;
  readonly line: number;
}

/**
 * Reads the answers out of an issue that was opened with a form, as far as GitHub shows them. The author may have edited it
 * since, so sections may be missing, repeated, or broken by an unclosed code block; what is before the first heading is
 * ignored.
 *
 * Linear in the body's length. A body over 64 KiB is a problem, and nothing of it is read.
 */
export function readBody(body: string, fields: readonly FormField[]): BodyReading {
  if (isTooLarge(body)) {
    const values = { size: Buffer.byteLength(body), limit: mostBodyBytes };
    return { answers: {}, problems: [problem('form-body-too-large', '', values)] };
  }
  const { answers, problems } = readAnswers(readShown(body), fields);
  return { answers, problems };
}

/** Reads the answers out of what is shown of a body. */
export function readAnswers(
  { lines, boxes }: ShownBody,
  fields: readonly FormField[],
): ShownReading {
  const { lines: headings } = findHeadings(lines, labelsOf(fields));
  const taken = takeHeadings(fields, headings);
  const sections = taken.map(({ field, line }, index) => ({
    field,
    start: line + 1,
    end: taken[index + 1]?.line ?? lines.length,
  }));
  const answers = sections.map(({ field, start, end }): [string, string] => {
    const section = lines.slice(start, end).map(({ text }) => text);
    return [field.id, answerOf(field, section)];
  });
  const unticked = labelsAmong(boxes.filter(({ isTicked }) => !isTicked));
  const ticked = sections.map(({ field, start, end }): [string, ReadonlySet<string>] => {
    const own = boxes.filter(({ line }) => line >= start && line < end);
    const found = labelsAmong(own.filter(({ isTicked, isQuoted }) => isTicked && !isQuoted));
    return [field.id, new Set([...found].filter((label) => !unticked.has(label)))];
  });
  return {
    answers: Object.fromEntries(answers.filter(([, answer]) => answer !== '')),
    ticked: Object.fromEntries(ticked),
    problems: repeatedHeadings(fields, headings),
  };
}

function labelsAmong(boxes: ShownBody['boxes']): Set<string> {
  return new Set(boxes.map(({ label }) => foldLabel(label)));
}

/** Whether a body is longer than we read. */
export function isTooLarge(body: string): boolean {
  return Buffer.byteLength(body) > mostBodyBytes;
}

/** A word over a text makes no form. */
const fewestHeadings = 2;

/**
 * Whether the headings of a body are a form's: those of the fields that a submission cannot do without, or all where that is
 * one alone. GitHub writes them all when an issue is opened.
 *
 * @param needed the ids of these fields
 */
export function hasFormHeadings(
  body: string,
  fields: readonly FormField[],
  needed: readonly string[],
): boolean {
  if (isTooLarge(body)) return false;
  const own = fields.filter(({ id }) => needed.includes(id));
  const expected = own.length < fewestHeadings ? fields : own;
  const { lines: headings } = findHeadings(readShown(body).lines, labelsOf(expected));
  return expected.length > 0 && takeHeadings(expected, headings).length === expected.length;
}

function headingLinesOf(
  field: FormField,
  headings: ReadonlyMap<string, HeadingLines>,
): HeadingLines {
  return headings.get(foldLabel(field.label)) ?? { shown: [], raw: [], hidden: [] };
}

/**
 * Which headings begin an answer, in the order of the body. Where each label heads at most one line there is no doubt,
 * even if the form was reordered since. Otherwise the form's order tells a heading from the same words in an answer.
 */
function takeHeadings(
  fields: readonly FormField[],
  headings: ReadonlyMap<string, HeadingLines>,
): readonly TakenHeading[] {
  const candidates = fields.map((field) => {
    const { shown, raw } = headingLinesOf(field, headings);
    return [...shown, ...raw].map((line) => ({ field, line }));
  });
  const inDoubt =
    labelsOf(fields).size < fields.length || candidates.some((lines) => lines.length > 1);
  return inDoubt
    ? takeInOrder(fields, headings)
    : candidates.flat().sort((one, other) => one.line - other.line);
}

/**
 * A heading that code shows counts only if there is no other, and not without a problem (see `checkHeadings`): an earlier
 * answer's unclosed block must not swallow the fields after it.
 */
function takeInOrder(
  fields: readonly FormField[],
  headings: ReadonlyMap<string, HeadingLines>,
): readonly TakenHeading[] {
  const taken: TakenHeading[] = [];
  let position = 0;
  for (const field of fields) {
    const { shown, raw } = headingLinesOf(field, headings);
    const isAhead = (line: number) => line >= position;
    const line = shown.find(isAhead) ?? raw.find(isAhead);
    if (line === undefined) continue;
    taken.push({ field, line });
    position = line + 1;
  }
  return taken;
}

function answerOf(field: FormField, [first = '', ...rest]: readonly string[]): string {
  const section = isUnderline(first) ? rest : [first, ...rest];
  const answer = section.join('\n').trim();
  const text = field.render === undefined ? answer : withoutFence(answer);
  if (text === noAnswer) return '';
  return field.type === 'input' ? onOneLine(text) : text;
}

/** Takes off the code block that GitHub puts around the answer of a field with `render`. */
function withoutFence(answer: string): string {
  const lines = answer.split('\n');
  const fence = openingFence(lines[0] ?? '');
  if (fence === undefined) return answer;
  const isClosed = lines.length > 1 && closes(lines.at(-1) ?? '', fence);
  return lines
    .slice(1, isClosed ? -1 : undefined)
    .join('\n')
    .trim();
}

/** Only an edit can have put more than one line into a field that takes one. */
function onOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** A label that heads more lines than the form has fields of it. */
function repeatedHeadings(
  fields: readonly FormField[],
  headings: ReadonlyMap<string, HeadingLines>,
): readonly Problem[] {
  const expected = new Map<string, number>();
  for (const { label } of fields) {
    expected.set(foldLabel(label), (expected.get(foldLabel(label)) ?? 0) + 1);
  }
  return [...expected].flatMap(([label, count]) => {
    const isRepeated = (headings.get(label)?.shown.length ?? 0) > count;
    const field = fields.find((one) => foldLabel(one.label) === label);
    return isRepeated && field !== undefined
      ? [problem('form-heading-repeated', field.id, { label })]
      : [];
  });
}

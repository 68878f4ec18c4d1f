import type { ListFormat } from '../../../src/list/list.ts';
import type { ReplayCase } from './cases.ts';
import { typedValues } from './typed-values.ts';

/** How a replay came out, from the best to the worst. */
export const outcomes = [
  'whole file the same',
  'entry the same, place other',
  'entry the same but for blanks',
  'entry differs',
  'refused',
  'wrong',
] as const;

/** One replay. */
export interface Replay {
  readonly id: string;
  readonly outcome: (typeof outcomes)[number];
  /** What was written and what a person wrote, or why nothing was written. */
  readonly details: readonly string[];
}

/** Adds a real entry to the list as it was before, and compares with what a person made of it. */
export function replay(format: ListFormat, { id, before, after, entry, meta }: ReplayCase): Replay {
  const refused = (reason: string): Replay => ({ id, outcome: 'refused', details: [reason] });
  const names = Object.keys(entry.fields);
  const { lists, problems } = format.find({ path: meta.path, text: before });
  const alike = lists.filter(({ fields }) =>
    names.every((name) => fields.some((each) => each.name === name)),
  );
  const list =
    alike.find(({ entries }) => entries.length === meta.size) ?? alike[0] ?? lists[meta.group];
  if (list === undefined) return refused(problems[0]?.code ?? 'no list found');
  const read = format.read({ path: meta.path, text: before }, { ...list.at, markup: 'inline' });
  if (!read.ok) return refused(read.problems[0]?.code ?? '');
  const edit = format.add(read.value, typedValues(entry.fields, list), 'as-is');
  if (!edit.ok)
    return refused(`${edit.problems[0]?.code} ${edit.problems[0]?.values['reason'] ?? ''}`);
  const ours = addedLines(before, edit.value.text);
  const theirs = addedLines(before, after);
  const details = [`- ${theirs.join('\n  ')}`, `+ ${ours?.join('\n  ')}`];
  if (edit.value.text === after) return { id, outcome: 'whole file the same', details: [] };
  if (ours.length !== 1 || !holdsAll(before, edit.value.text))
    return { id, outcome: 'wrong', details };
  const [line = ''] = ours;
  const same = theirs.includes(line);
  if (same) return { id, outcome: 'entry the same, place other', details: [] };
  const isAlike = theirs.some((other) => withoutBlanks(other) === withoutBlanks(line));
  return { id, outcome: isAlike ? 'entry the same but for blanks' : 'entry differs', details };
}

/** The lines of a text that another has not, or not so often. */
function addedLines(before: string, after: string): readonly string[] {
  const left = new Map<string, number>();
  for (const line of linesOf(before)) left.set(line, (left.get(line) ?? 0) + 1);
  return linesOf(after).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Whether a text is another with nothing but lines put in between. */
function holdsAll(before: string, after: string): boolean {
  const lines = linesOf(before);
  let next = 0;
  for (const line of linesOf(after)) if (line === lines[next]) next += 1;
  return next === lines.length;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

function withoutBlanks(line: string): string {
  return line.replace(/\s+/g, '');
}

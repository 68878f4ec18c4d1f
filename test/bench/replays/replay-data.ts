import type { List } from '../../../src/list/list.ts';
import type { ReplayCase } from './cases.ts';
import { groupThatGrew, type Replay, withoutBlanks } from './outcome.ts';
import type { ReplayList } from './set-up-case.ts';
import { throughForm } from './through-form.ts';
import { typedData } from './typed-data.ts';

/** Adds a real entry to the list as it was before, and compares with what a person made of it. */
export function replayData(
  { id, before, after, entry, meta }: ReplayCase,
  { format, configuration, list, human }: ReplayList,
): Replay {
  const refused = (reason: string): Replay => ({ id, outcome: 'refused', details: [reason] });
  const group = groupThatGrew(list, human?.entries ?? []);
  const typed = { ...typedData(entry.fields, list), ...(group !== undefined && { group }) };
  const values = throughForm(typed, list, configuration);
  if (typeof values === 'string') return refused(values);
  const edit = format.add(list, values, configuration.order);
  if (!edit.ok) return refused(reasonOf(edit.problems[0]));
  const { text, place } = edit.value;
  const ours = sourceOf(edit.value.list, place.index);
  const sources = human?.entries.map((_, index) => sourceOf(human, index)) ?? [];
  const theirs = sources.find((each, index) => each === ours || index === meta.index) ?? '';
  const same = sources.includes(ours);
  const details = [`- ${theirs.replaceAll('\n', '\n  ')}`, `+ ${ours.replaceAll('\n', '\n  ')}`];
  if (text === after) return { id, outcome: 'whole file the same', details: [] };
  if (!isInsertion(before, text)) return { id, outcome: 'wrong', details };
  if (same) return { id, outcome: 'entry the same, place other', details: [] };
  const isAlike = withoutBlanks(theirs) === withoutBlanks(ours);
  return {
    id,
    outcome: isAlike ? 'entry the same but for blanks' : 'entry differs',
    details,
  };
}

function reasonOf(problem: { code: string; values: object } | undefined): string {
  return problem === undefined ? '' : `${problem.code} ${JSON.stringify(problem.values)}`;
}

/** An entry's source; formats whose entries follow one another know where it is. */
function sourceOf({ text, entries }: List, index: number): string {
  const entry = entries[index];
  if (entry === undefined || !('start' in entry) || !('end' in entry)) return '';
  return text.slice(Number(entry.start), Number(entry.end));
}

/** Whether a text is another with one piece put in. */
function isInsertion(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = before.length - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return start + end === before.length;
}

import type { EntryValues } from '../../../src/list/format.ts';
import type { List } from '../../../src/list/list.ts';
import type { ReplayCase } from './cases.ts';
import { groupThatGrew, type Replay, withoutBlanks } from './outcome.ts';
import type { ReplayList } from './set-up-case.ts';
import { throughForm } from './through-form.ts';
import { typedProse } from './typed-prose.ts';
import { typedValues } from './typed-values.ts';

/** Adds a real entry to the list as it was before, and compares with what a person made of it. */
export function replayMarkdown(
  { id, before, after, entry, meta }: ReplayCase,
  { format, configuration, list, human }: ReplayList,
): Replay {
  const refused = (reason: string): Replay => ({ id, outcome: 'refused', details: [reason] });
  const grown = groupThatGrew(list, human?.entries ?? []);
  const group = grown ?? list.groups[meta.group];
  const typed = { ...typedFor(entry, list), ...(group !== undefined && { group }) };
  const values = throughForm(typed, list, configuration);
  if (typeof values === 'string') return refused(values);
  const edit = format.add(list, values, configuration.order);
  if (!edit.ok)
    return refused(`${edit.problems[0]?.code} ${edit.problems[0]?.values['reason'] ?? ''}`);
  const ours = addedLines(before, edit.value.text);
  const theirs = addedLines(before, after);
  const details = [`- ${theirs.join('\n  ')}`, `+ ${ours.join('\n  ')}`];
  if (edit.value.text === after) return { id, outcome: 'whole file the same', details: [] };
  if (ours.length === 0 || !holdsAll(before, edit.value.text))
    return { id, outcome: 'wrong', details };
  // Of an item or a section the case has the source. A row is one line, and other lines may have been changed with it.
  const { raw } = entry.fields;
  const entries = typeof raw === 'string' ? [raw.split(/\r?\n/)] : theirs.map((line) => [line]);
  const wanted = entries.map((lines) => lines.filter((line) => line.trim() !== '').join('\n'));
  const written = ours.join('\n');
  if (wanted.includes(written)) return { id, outcome: 'entry the same, place other', details: [] };
  const isAlike = wanted.some((each) => withoutBlanks(each) === withoutBlanks(written));
  return {
    id,
    outcome: isAlike ? 'entry the same but for blanks' : 'entry differs',
    details,
  };
}

function typedFor({ name, fields }: ReplayCase['entry'], list: List): EntryValues {
  const { raw, url, ...others } = fields;
  if (typeof raw === 'string') {
    const own = typeof others['name'] === 'string' ? others['name'] : name;
    return typedProse({ name: own, raw, url: typeof url === 'string' ? url : undefined }, list);
  }
  const cells = Object.entries({ ...others, ...(url !== undefined && { url }) });
  return typedValues(Object.fromEntries(cells.map(([key, value]) => [key, String(value)])), list);
}

/** The lines of a text that another has not, or not so often; blank ones left out. */
function addedLines(before: string, after: string): readonly string[] {
  const left = new Map<string, number>();
  for (const line of linesOf(before)) left.set(line, (left.get(line) ?? 0) + 1);
  return linesOf(after).filter((line) => {
    if (line.trim() === '') return false;
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

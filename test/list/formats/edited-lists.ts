import type { Entry, EntryValues, List } from '../../../src/list/format.ts';
import type { Result } from '../../../src/problem/result.ts';

/** The value of a result that should be one. */
export function valueFrom<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The problems of a result that should have some, as `code line`. */
export function problemsOf(result: Result<unknown>): string[] {
  if (result.ok) return [];
  return result.problems.map(({ code, values }) => `${code} ${values['line'] ?? ''}`.trim());
}

/** What a company gives. */
export function values(company: string, others: Partial<EntryValues> = {}): EntryValues {
  return { company, logo: '', text: '', ...others };
}

/** An entry of a list by its name. */
export function entryIn(list: List, company: string): Entry {
  const entry = list.entries.find((each) => each.company === company);
  if (entry === undefined) throw new Error(`${company} is not on the list`);
  return entry;
}

/** A text as it is when a company was added and is gone again: a last line that had no end may have one then. */
export function asGivenBack(text: string, back: string): string {
  const [end = ''] = /\r?\n$/.exec(back) ?? [];
  return back === text + end ? text : back;
}

/** Whether a text is another with one piece put in, and every other byte the same. */
export function isInsertion(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const rest = before.slice(start);
  return after.length > before.length && after.slice(start).endsWith(rest);
}

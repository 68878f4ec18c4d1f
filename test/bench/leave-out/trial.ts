import type { Entry, List } from '../../../src/list/list.ts';
import type { Result } from '../../../src/problem/result.ts';
import { isSameCompany } from '../../../src/submission/same-company.ts';

/** How one thing that was tried with a list came out. */
export interface Trial {
  readonly outcome: string;
  /** What was written and what was there, or why nothing was written. */
  readonly details: readonly string[];
}

export function trial(outcome: string, ...details: readonly string[]): Trial {
  return { outcome, details };
}

/** What a form refuses, or the list. */
export function refused(result: Result<unknown>): Trial {
  const problems = result.ok ? [] : result.problems;
  const told = problems.map(({ code, values }) => `${code} ${JSON.stringify(values)}`);
  return trial('refused', ...told);
}

/** The entry of a company. */
export function entryNamed(list: List, company: string): Entry | undefined {
  return list.entries.find((entry) => isSameCompany(entry.company, company));
}

/** Of a company that is listed twice, nobody can tell which entry is meant. */
export function isListedOnce(list: List, { company }: Entry): boolean {
  return list.entries.filter((entry) => isSameCompany(entry.company, company)).length === 1;
}

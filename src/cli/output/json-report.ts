import type { Language } from '../../config/reply-languages.ts';
import type { Problem } from '../../problem/problem.ts';
import { loadTemplates } from '../../templates.ts';
import { describeProblem, type ProblemDescription } from '../../words/describe-problem.ts';
import type { RemarkDescription } from '../../words/describe-remark.ts';
import type { ReportedPlace } from './reported-place.ts';

/** A problem as programs get it. */
export type ReportedProblem = Omit<ProblemDescription, 'example'>;

/** What `--json` prints of a change, for programs. */
export interface Report {
  readonly ok: boolean;
  readonly company: string;
  readonly slug: string;
  /** Locale to the place that the entry takes, has, or had. */
  readonly places: Readonly<Record<string, ReportedPlace>>;
  /** The files written, or with `--dry-run` to be written; `bytes` is 0 for one that is deleted. */
  readonly changes: readonly { readonly path: string; readonly bytes: number }[];
  readonly problems: readonly ReportedProblem[];
  readonly remarks: readonly RemarkDescription[];
}

/** Prints a value on standard output, and nothing else. */
export function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a report on a change. */
export function printReport(report: Report): void {
  printJson(report);
}

/** Problems with their sentences, without what only people need. */
export function describeForPrograms(
  problems: readonly Problem[],
  language: Language,
): ReportedProblem[] {
  const templates = loadTemplates(language);
  return problems.map((each) => {
    const { code, field, message, hint } = describeProblem(each, templates);
    return { code, field, message, hint };
  });
}

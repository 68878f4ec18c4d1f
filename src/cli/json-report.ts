import type { Slot } from '../page/page.ts';
import type { ProblemDescription } from '../words/describe-problem.ts';
import type { RemarkDescription } from '../words/describe-remark.ts';

/** What `--json` prints of a change, for programs. */
export interface Report {
  readonly ok: boolean;
  readonly company: string;
  readonly slug: string;
  /** Locale to the entry's slot; `pair` counts from 0, `column` is the column's id. */
  readonly slots: Readonly<Record<string, Slot>>;
  /** The files written, or with `--dry-run` to be written; `bytes` is 0 for one that is deleted. */
  readonly changes: readonly { readonly path: string; readonly bytes: number }[];
  readonly problems: readonly Omit<ProblemDescription, 'example'>[];
  readonly remarks: readonly RemarkDescription[];
}

/** Prints a report on standard output, and nothing else. */
export function printReport(report: Report): void {
  const problems = report.problems.map(({ code, field, message, hint }) => ({
    code,
    field,
    message,
    hint,
  }));
  process.stdout.write(`${JSON.stringify({ ...report, problems }, null, 2)}\n`);
}

import type { Language } from '../config/configuration.ts';
import type { Problem } from '../problem/problem.ts';
import { loadTemplates } from '../templates.ts';
import { describeProblem } from '../words/describe-problem.ts';
import { type ExitCode, exitCodeFor } from './exit-code.ts';
import { printReport } from './json-report.ts';
import { phrase } from './phrases.ts';
import { printable, printError, styledError } from './terminal.ts';

/** How a refusal is told, and of whom. */
export interface RefusalOptions {
  readonly json?: boolean;
  readonly language?: Language;
  readonly company?: string;
  readonly slug?: string;
}

/** Tells a person, or with `json` a program, everything that stands in the way. */
export function refuse(problems: readonly Problem[], options: RefusalOptions): ExitCode {
  const { language = 'en', company = '', slug = '' } = options;
  const templates = loadTemplates(language);
  const described = problems.map((each) => describeProblem(each, templates));
  if (options.json === true) {
    printReport({
      ok: false,
      company,
      slug,
      slots: {},
      changes: [],
      problems: described,
      remarks: [],
    });
    return exitCodeFor(problems);
  }
  for (const { field, message, hint, example } of described) {
    const place = field === '' ? '' : `${styledError('bold', printable(field))}: `;
    printError(`${styledError('red', '✗')} ${place}${printable(message)}`);
    printError(`  ${printable(hint)}`);
    if (example !== undefined) {
      printError(
        styledError('dim', `  ${phrase(language, 'example', { example: printable(example) })}`),
      );
    }
  }
  printError('', nothingWritten(language, problems.length));
  return exitCodeFor(problems);
}

function nothingWritten(language: Language, count: number): string {
  return phrase(language, count === 1 ? 'nothing-written-one' : 'nothing-written-many', { count });
}

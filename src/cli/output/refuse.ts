import { configurationPath } from '../../config/configuration.ts';
import type { Language } from '../../config/reply-languages.ts';
import type { Problem } from '../../problem/problem.ts';
import { loadTemplates } from '../../templates.ts';
import { describeProblem } from '../../words/describe-problem.ts';
import { type ExitCode, exitCodeFor } from './exit-code.ts';
import { describeForPrograms, printReport } from './json-report.ts';
import { phrase } from './phrases.ts';
import { printable, printError, styledError } from './terminal.ts';

/** How problems are reported, and for which entry. */
export interface RefusalOptions {
  readonly json?: boolean;
  readonly language?: Language;
  readonly company?: string;
  readonly slug?: string;
  /** What the list calls its own columns or keys, by the ids of the form's fields. */
  readonly names?: ReadonlyMap<string, string>;
  /** Whether the command never writes, so that nothing has to be said about it. */
  readonly onlyReads?: boolean;
}

/** Tells a person, or with `json` a program, every problem at once. */
export function refuse(problems: readonly Problem[], options: RefusalOptions): ExitCode {
  const { language = 'en', company = '', slug = '' } = options;
  if (options.json === true) {
    printReport({
      ok: false,
      company,
      slug,
      places: {},
      changes: [],
      problems: describeForPrograms(problems, language),
      remarks: [],
    });
    return exitCodeFor(problems);
  }
  const templates = loadTemplates(language);
  const described = problems.map((each) => describeProblem(each, templates));
  for (const [index, { message, hint, example }] of described.entries()) {
    const at = placeOf(problems[index]);
    const place = options.names?.get(at) ?? at;
    const field = place === '' ? '' : `${styledError('bold', printable(place))}: `;
    printError(`${styledError('red', '✗')} ${field}${printable(message)}`);
    printError(`  ${printable(hint)}`);
    if (example !== undefined) printExample(language, example);
  }
  if (!options.onlyReads)
    printError('', phrase(language, 'nothing-written', { count: problems.length }));
  return exitCodeFor(problems);
}

/** The field, or of a configuration its file: the sentence names the line. */
function placeOf(problem: Problem | undefined): string {
  const line = problem?.values['line'];
  const isOfConfiguration = problem?.code.startsWith('configuration-') && line !== undefined;
  return isOfConfiguration ? configurationPath : (problem?.field ?? '');
}

function printExample(language: Language, example: string): void {
  const lines = example.trimEnd().split('\n').map(printable);
  const told =
    lines.length === 1
      ? [phrase(language, 'example', { example: lines[0] ?? '' })]
      : [
          phrase(language, 'example', { example: '' }).trimEnd(),
          ...lines.map((line) => `  ${line}`),
        ];
  for (const line of told) printError(styledError('dim', `  ${line}`));
}

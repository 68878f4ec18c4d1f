import { toSingleLine } from '../text/single-line.ts';
import { describeProblem } from '../words/describe-problem.ts';
import { fillTemplate } from '../words/fill-template.ts';
import type { Templates } from '../words/templates.ts';
import type { SetupReport } from './set-up.ts';

/** What set-up found, a line each, in plain words. */
export function describeSetup(
  { notes, problems }: Pick<SetupReport, 'notes' | 'problems'>,
  templates: Templates,
): readonly string[] {
  const say = (code: string, values = {}) => fillTemplate(templates.setup[code] ?? code, values);
  const found = notes.map(({ code, values }) => say(code, values));
  const unreadable = problems.map((problem) => {
    const { message } = describeProblem(problem, templates);
    return say('page-unreadable', { path: problem.field, message });
  });
  return [...found, ...unreadable].map(toSingleLine);
}

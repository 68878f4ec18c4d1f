import { toSingleLine } from '../text/single-line.ts';
import { describeProblem } from '../words/describe-problem.ts';
import { fillTemplate } from '../words/fill-template.ts';
import type { Templates } from '../words/templates.ts';
import { listAddress } from './lists/choose-list.ts';
import type { ListCandidate } from './lists/rank-lists.ts';
import type { SetupReport } from './set-up.ts';

/** What set-up found, a line each, in plain words. */
export function describeSetup(
  { notes, problems }: Pick<SetupReport, 'notes' | 'problems'>,
  templates: Templates,
): readonly string[] {
  const say = (code: string, values = {}) => fillTemplate(templates.setup[code] ?? code, values);
  const found = notes.map(({ code, values }) => {
    const { format } = values;
    return say(
      code,
      format === undefined ? values : { ...values, format: say(`format-${format}`) },
    );
  });
  const unreadable = problems.map((problem) => {
    const { message } = describeProblem(problem, templates);
    return say('page-unreadable', { path: problem.field, message });
  });
  return [...found, ...unreadable].map(toSingleLine);
}

/** One of several lists, where a person is to choose: where it is, how it is written, and how many companies it has. */
export function describeList(list: ListCandidate, { setup }: Templates): string {
  const { format, companies } = list;
  const values = { address: listAddress(list), format: setup[`format-${format}`] ?? '', companies };
  return toSingleLine(fillTemplate(setup['choice'] ?? '', values));
}

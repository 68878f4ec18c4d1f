import type { Refusal, Status } from '../comment-content.ts';
import type { Templates } from '../templates.ts';
import { fillMarkdown, fillTextAsMarkdown } from '../text/fill-markdown.ts';
import { countFitting } from '../text/fitting.ts';

/** The most that refusals may take: see the room of a status. */
const roomForRefusals = 3_000;

/** What GitHub refuses for good, for a maintainer, as Markdown; empty where there is nothing. */
export function writeRefusals(
  refusals: readonly Refusal[],
  status: Status,
  templates: Templates,
): string {
  const { intro, retry } = templates.comment.refusals;
  // A missing permission is one problem, however much is refused for the lack of it.
  const problems = new Map(refusals.map(({ problem }) => [problem.code, problem]));
  const told = Array.from(problems.values(), ({ code, values }) => {
    const { message, hint } = templates.problems[code];
    return `${fillTextAsMarkdown(message, values)} ${fillTextAsMarkdown(hint, values)}`;
  });
  const shown = told.slice(0, Math.max(1, countFitting(told, roomForRefusals)));
  if (shown.length === 0) return '';
  const said =
    shown.length === 1
      ? `${intro} ${shown[0]}`
      : `${intro}\n\n${shown.map((each) => `- ${each}`).join('\n')}`;
  if (status.kind !== 'refused') return said;
  const command = status.pull === undefined ? 'add' : 'rebuild';
  return `${said}\n\n${fillMarkdown(retry, { command })}`;
}

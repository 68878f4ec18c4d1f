import type { Problem } from '../../problem/problem.ts';
import type { Values } from '../../problem/values.ts';
import { pluralForm } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import type { LabelledProblem } from '../comment-content.ts';
import { fillTemplate } from '../fill-template.ts';
import type { Templates } from '../templates.ts';
import { codeLines, codeSpan } from '../text/code-span.ts';
import { fillMarkdown, fillTextAsMarkdown } from '../text/fill-markdown.ts';
import { countFitting } from '../text/fitting.ts';
import { listedValues } from '../text/listed-values.ts';
import { toOneLine } from '../text/one-line.ts';

/** A problem, and the place that it is about. */
export interface PlacedProblem {
  readonly problem: Problem;
  /** Markdown; empty if the problem's sentence says it. */
  readonly where: string;
}

/** A problem with the place that it is about: the label of the form's field, and the line of a comment that is for it. */
export function placeProblem(
  { problem, label, key = '' }: LabelledProblem,
  { comment: { problem: words } }: Templates,
): PlacedProblem {
  if (label === undefined) {
    return { problem, where: problem.field === '' ? words.issue : codeSpan(problem.field) };
  }
  const isSaid = key === '' || key.toLowerCase() === label.toLowerCase();
  const line = isSaid ? '' : codeSpan(`${key}: …`);
  return { problem, where: fillMarkdown(words.field, { label, line }) };
}

/** Of an example, which is there to be copied whole. */
const longestExample = 1_000;

/**
 * Problems as Markdown: one as a paragraph or two, several as a list.
 *
 * @param room the most that the list may have, in UTF-16 code units
 */
export function problemList(
  problems: readonly PlacedProblem[],
  templates: Templates,
  room: number,
): string {
  const said = problems.map((each) => sayProblem(each, templates));
  const [first, ...others] = said;
  if (first === undefined) return '';
  if (others.length === 0) return linesOf(first, templates).join('\n\n');
  const items = said.map((each) => `- ${linesOf(each, templates).join('<br>')}`);
  const shown = items.slice(0, countFitting(items, room));
  const count = items.length - shown.length;
  const list = shown.join('\n');
  if (count === 0) return list;
  const { more } = templates.comment.problem;
  return `${list}\n\n${fillMarkdown(pluralForm(more, count, templates.language), { count })}`;
}

/** A problem's parts as Markdown, each on one line. */
interface SaidProblem {
  readonly where: string;
  readonly message: string;
  readonly hint: string;
  readonly example: string;
}

function sayProblem({ problem, where }: PlacedProblem, templates: Templates): SaidProblem {
  const { message, hint, example = '' } = templates.problems[problem.code];
  const shown = listedValues(problem.values, templates);
  return {
    where,
    message: fillTextAsMarkdown(message, shown),
    hint: fillTextAsMarkdown(hint, shown),
    example: writeExample(example, problem.values),
  };
}

function writeExample(template: string, values: Values): string {
  const lines = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? toOneLine(value).trim() : value,
  ]);
  return codeLines(shorten(fillTemplate(template, Object.fromEntries(lines)), longestExample));
}

function linesOf({ where, message, hint, example }: SaidProblem, templates: Templates): string[] {
  const words = templates.comment.problem;
  const sentence = fillMarkdown(words.sentence, { where, message, hint });
  if (example === '') return [sentence];
  const isBlock = example.includes('<br>');
  return [sentence, fillMarkdown(words.example, { example: isBlock ? `<br>${example}` : example })];
}

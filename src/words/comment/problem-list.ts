import type { Problem } from '../../problem/problem.ts';
import type { Values } from '../../problem/values.ts';
import { shorten } from '../../text/shorten.ts';
import { fillTemplate } from '../fill-template.ts';
import { pluralForm } from '../plural.ts';
import type { Templates } from '../templates.ts';
import { codeLines } from '../text/code-span.ts';
import { fillMarkdown, fillTextAsMarkdown } from '../text/fill-markdown.ts';
import { countFitting } from '../text/fitting.ts';
import { markdownTable } from '../text/markdown-table.ts';
import { toOneLine } from '../text/one-line.ts';

/** A problem, and the place that it is about. */
export interface PlacedProblem {
  readonly problem: Problem;
  /** Markdown; empty where the problem's own words say it. */
  readonly where: string;
}

/** How problems are listed. */
export interface ProblemListStyle {
  /** What stands over the places. */
  readonly head: string;
  /** The most that the list may have, in UTF-16 code units. */
  readonly room: number;
}

/** Of an example, which is there to be copied whole. */
const longestExample = 1_000;

/** Problems as Markdown: one as a paragraph or two, several in one table. */
export function problemList(
  problems: readonly PlacedProblem[],
  templates: Templates,
  { head, room }: ProblemListStyle,
): string {
  const { table } = templates.comment;
  const said = problems.map((each) => sayProblem(each, templates));
  const [first, ...others] = said;
  if (first === undefined) return '';
  if (others.length === 0) return oneProblem(first, templates);
  const hasExample = said.some(({ example }) => example !== '');
  const rows = said.map(({ where, message, hint, example }) => [
    where,
    message,
    hint,
    ...(hasExample ? [example] : []),
  ]);
  const lines = rows.map((row) => row.join(' | '));
  const shown = rows.slice(0, countFitting(lines, room));
  const heads = [head, table.message, table.hint, ...(hasExample ? [table.example] : [])];
  const count = rows.length - shown.length;
  if (count === 0) return markdownTable(heads, shown);
  const more = fillMarkdown(pluralForm(table.more, count, templates.language), { count });
  return `${markdownTable(heads, shown)}\n\n${more}`;
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
  return {
    where,
    message: fillTextAsMarkdown(message, problem.values),
    hint: fillTextAsMarkdown(hint, problem.values),
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

function oneProblem({ where, message, hint, example }: SaidProblem, templates: Templates): string {
  const { single, 'example-line': line } = templates.comment.table;
  const isBlock = example.includes('<br>');
  return [
    fillMarkdown(single, { where, message, hint }),
    ...(example === ''
      ? []
      : [fillMarkdown(line, { example: isBlock ? `<br>${example}` : example })]),
  ].join('\n\n');
}

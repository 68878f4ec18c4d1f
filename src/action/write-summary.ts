import type { RepositoryName } from '../github/repository-name.ts';
import { pluralForm } from '../text/plural.ts';
import { shorten } from '../text/shorten.ts';
import type { Status } from '../words/comment-content.ts';
import { defuse } from '../words/defuse.ts';
import { fillTemplate } from '../words/fill-template.ts';
import type { Templates } from '../words/templates.ts';
import type { IssueOutcome, RunFailure, RunReport } from './run-report.ts';

/** Where a run took place. */
export interface RunPlace {
  readonly repository: RepositoryName;
  /** Of GitHub's pages, without a slash at its end. */
  readonly githubUrl: string;
  /** Whether pull requests are opened by an app's token, as a workflow's own is: GitHub holds back the checks of some. */
  readonly isAppToken: boolean;
}

/** Of a company's name, in UTF-16 code units. */
const longestValue = 200;

/** What a run did, for maintainers, as Markdown. */
export function writeSummary(
  report: RunReport,
  { action, language }: Pick<Templates, 'action' | 'language'>,
  place: RunPlace,
): string {
  const { outcomes, failures, left, isDryRun, check } = report;
  const changed = outcomes.filter(({ isChanged }) => isChanged);
  const unchanged = outcomes.filter(({ isChanged }) => !isChanged);
  const issues = unchanged.map(({ issue }) => link(place, 'issues', issue)).join(', ');
  const failed = failures.map((each) => failureWords(each, action, place));
  const hints = new Set(failures.map(({ reason }) => action.hints[reason]));
  const isNothing = !check && outcomes.length + failures.length + left === 0;
  const opensPull = changed.some(({ status }) => status.kind === 'proposed');
  const paragraphs = [
    `### ${action.title}`,
    isDryRun ? action['dry-run'] : '',
    ...(check ? [`**${check.title}**`, check.summary] : []),
    list(changed.map((each) => outcomeWords(each, { action, language }, place))),
    unchanged.length > 0 ? fillTemplate(action.unchanged, { issues }) : '',
    list(failed.map((each) => `⚠️ ${each}`)),
    ...hints,
    left > 0 ? fillTemplate(pluralForm(action.left, left, language), { count: left }) : '',
    opensPull && place.isAppToken && !isDryRun ? action.checks : '',
    isNothing ? action.nothing : '',
  ];
  return `${paragraphs.filter((each) => each !== '').join('\n\n')}\n`;
}

function failureWords(
  { issue, reason, words }: RunFailure,
  action: Templates['action'],
  place: RunPlace,
): string {
  const values = { words: defuse(words), issue: link(place, 'issues', issue ?? 0) };
  if (reason === 'unconfigured') return fillTemplate(action.unconfigured, values);
  return fillTemplate(issue === undefined ? action['failed-search'] : action.failed, values);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function link(
  { repository: { owner, name }, githubUrl }: RunPlace,
  kind: 'issues' | 'pull',
  number: number,
): string {
  return `[#${number}](${githubUrl}/${owner}/${name}/${kind}/${number})`;
}

function outcomeWords(
  { issue, status }: IssueOutcome,
  { action, language }: Pick<Templates, 'action' | 'language'>,
  place: RunPlace,
): string {
  const number = 'pull' in status ? (status.pull ?? 0) : 0;
  return fillTemplate(templateOf(status, { action, language }), {
    issue: link(place, 'issues', issue),
    // A dry run opens none, so that there is no number.
    pull: number > 0 ? link(place, 'pull', number) : action['a-pull-request'],
    company: 'company' in status ? textOf(status.company) : '',
    label: 'label' in status ? textOf(status.label) : '',
    count: status.kind === 'problems' ? status.problems.length : 0,
  });
}

function templateOf(
  status: Status,
  { action: { statuses }, language }: Pick<Templates, 'action' | 'language'>,
): string {
  if (status.kind === 'proposed') return statuses.proposed[status.change];
  if (status.kind !== 'problems') return statuses[status.kind];
  return pluralForm(statuses.problems, status.problems.length, language);
}

/** A stranger's text, shown as text. */
function textOf(text: string): string {
  return defuse(shorten(text, longestValue));
}

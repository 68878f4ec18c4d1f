import type { Remark } from '../problem/remark.ts';
import { linkDestination } from '../text/addresses.ts';
import { pluralForm } from '../text/plural.ts';
import { placeProblem, problemList } from './comment/problem-list.ts';
import { writeRefusals } from './comment/refusals.ts';
import type { Refusal, Status } from './comment-content.ts';
import { templateOf } from './describe-remark.ts';
import type { Templates } from './templates.ts';
import { codeSpan } from './text/code-span.ts';
import { fillMarkdown, fillTextAsMarkdown } from './text/fill-markdown.ts';
import { countFitting } from './text/fitting.ts';
import { listOf } from './text/list-of.ts';
import { toOneLine } from './text/one-line.ts';

/** The most that lists may take, so that the comment stays within GitHub's 65,536 characters, with all that is beside them. */
const [roomForProblems, roomForRemarks] = [24_000, 16_000];

/** What the text of a status depends on. */
export interface StatusContext {
  /** The address of the repository's issue form. */
  readonly formUrl: string;
  /** Whether the submitter may use `/poweredby add`, too. */
  readonly submitterMayAdd: boolean;
  /** What GitHub refuses for good. */
  readonly refusals?: readonly Refusal[];
}

/** The state of a submission as Markdown, and what is in its way on GitHub; empty if the issue is none. */
export function writeStatus(status: Status, templates: Templates, context: StatusContext): string {
  const { refusals = [] } = context;
  return paragraphs(
    writeState(status, templates, context),
    writeRefusals(refusals, status, templates),
  );
}

function writeState(status: Status, templates: Templates, context: StatusContext): string {
  const { comment } = templates;
  switch (status.kind) {
    case 'problems':
    case 'logo-waiting':
      return writeProblems(status, templates);
    case 'proposed':
      return writeProposed(status, templates);
    case 'merged':
      return fillMarkdown(comment.merged[status.change], {
        ...status,
        formUrl: linkDestination(context.formUrl),
      });
    case 'repository-broken':
      return writeBroken(status, templates);
    case 'quota':
      return writeQuota(status, templates);
    case 'form-wanted':
      return writeFormWanted(status, templates, context);
    case 'withdrawn':
      return fillMarkdown(comment.withdrawn, {
        submitterMayAdd: context.submitterMayAdd ? 'yes' : '',
      });
    case 'waiting': {
      const { company, pull } = status;
      if (pull === undefined) return fillMarkdown(comment.waiting, { company });
      return fillMarkdown(comment['waiting-edited'], { company, pull });
    }
    case 'refused': {
      const { company, pull } = status;
      if (pull === undefined) return fillMarkdown(comment.refused.new, { company });
      return fillMarkdown(comment.refused.open, { company, pull });
    }
    case 'nothing-to-change':
      return fillMarkdown(comment[status.kind], { company: status.company });
    case 'label-taken-off':
      return fillMarkdown(comment[status.kind], { label: status.label });
    case 'pull-closed':
      return fillMarkdown(comment[status.kind], { pull: status.pull });
    case 'issue-closed':
      return comment[status.kind];
    case 'none':
      return '';
  }
}

type WithProblems = Extract<Status, { kind: 'problems' | 'logo-waiting' }>;

function writeProblems(status: WithProblems, templates: Templates): string {
  const { problems: words } = templates.comment;
  const { problems, pull } = status;
  const count = problems.length;
  const found = fillMarkdown(pluralForm(words.found, count, templates.language), { count });
  const howToFix =
    'askedIn' in status && status.askedIn ? words['fix-comment'] : words['fix-issue'];
  const isOtherIssueWanted = problems.every(({ problem }) => problem.code === 'form-not-the-form');
  const isWaiting = status.kind === 'logo-waiting';
  return paragraphs(
    isWaiting ? words['logo-waiting'] : found,
    problemList(
      problems.map((each) => placeProblem(each, templates)),
      templates,
      roomForProblems,
    ),
    isWaiting || isOtherIssueWanted ? '' : howToFix,
    pull === undefined ? '' : fillMarkdown(words['pull-unchanged'], { pull }),
  );
}

function writeProposed(
  { change, company, pull, remarks, isPushedTo, askedIn }: Extract<Status, { kind: 'proposed' }>,
  templates: Templates,
): string {
  const { proposed } = templates.comment;
  const isInIssue = askedIn === undefined && change !== 'remove';
  return paragraphs(
    fillMarkdown(proposed[change], { company, pull }),
    isPushedTo ? proposed['pushed-to'] : '',
    isInIssue && !isPushedTo ? proposed['edit-issue'] : '',
    remarks.length === 0 ? '' : `${proposed.remarks}\n\n${remarkList(remarks, templates)}`,
  );
}

function writeQuota(
  { whose, limit }: Extract<Status, { kind: 'quota' }>,
  { comment, language }: Templates,
): string {
  return fillMarkdown(pluralForm(comment.quota[whose], limit, language), { limit });
}

function writeFormWanted(
  { form, lines, hasSeveral, hasNoLogo = false }: Extract<Status, { kind: 'form-wanted' }>,
  { comment }: Templates,
  { submitterMayAdd }: StatusContext,
): string {
  const words = comment['form-wanted'];
  const hasLogo = hasNoLogo ? '' : 'yes';
  const block = ['```', ...lines.split('\n').map(codeLine), '```'].join('\n');
  return paragraphs(
    words.thanks,
    form === undefined ? '' : fillMarkdown(words.form, { form: linkDestination(form), hasLogo }),
    fillMarkdown(words.command, {
      lines: block,
      submitterMayAdd: submitterMayAdd ? 'yes' : '',
      hasForm: form === undefined ? '' : 'yes',
      hasLogo,
    }),
    hasSeveral ? words.several : '',
  );
}

/** A line of a code block, which nothing in it ends. */
function codeLine(line: string): string {
  return toOneLine(line).replaceAll('```', "'''").trim();
}

function remarkList(remarks: readonly Remark[], templates: Templates): string {
  const untranslated = remarks.filter(({ code }) => code === 'text-not-translated');
  const others = remarks.filter(({ code }) => code !== 'text-not-translated');
  const said = [
    ...(untranslated.length > 0 ? [askToTranslate(untranslated, templates)] : []),
    ...others.map((each) => fillTextAsMarkdown(templateOf(each, templates), each.values)),
  ];
  const items = said.map((each) => `- ${each}`);
  return items.slice(0, countFitting(items, roomForRemarks)).join('\n');
}

/** One sentence for all pages, with the command that adds a translation. */
function askToTranslate(untranslated: readonly Remark[], { comment, language }: Templates): string {
  const languages = untranslated.map(({ values }) => String(values['language']));
  return fillMarkdown(comment.notifications.translate, {
    languages: listOf(languages, language),
    locale: untranslated[0]?.values['locale'] ?? '',
  });
}

function writeBroken(
  { problems, file }: Extract<Status, { kind: 'repository-broken' }>,
  templates: Templates,
): string {
  const { problems: words } = templates.comment;
  return paragraphs(
    words['repository-broken'],
    problemList(
      problems.map((problem) => ({ problem, where: codeSpan(file ?? problem.field) })),
      templates,
      roomForProblems,
    ),
    words['repository-next'],
  );
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

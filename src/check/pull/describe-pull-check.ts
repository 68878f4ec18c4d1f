import type { Annotation, CheckRunContent } from '../../github/pull-check/check-runs.ts';
import { type PluralForms, pluralForm } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import { defuse } from '../../words/defuse.ts';
import { fillTemplate } from '../../words/fill-template.ts';
import type { Templates } from '../../words/templates.ts';
import { describeFinding } from '../describe-finding.ts';
import type { Finding } from '../finding.ts';
import { hasPassed } from '../print-findings.ts';
import type { PullReport } from './check-pull.ts';

/** More than these nobody reads one by one. */
const mostAnnotations = 200;
/** What was there before takes no further request. */
const mostWithOld = 50;

/** GitHub takes 65,535 characters. In bytes, to be on the safe side. */
const longestSummary = 60_000;
/** In UTF-16 code units: a message of a page with long words in it. */
const longestMessage = 1_000;
const longestPath = 200;

type Words = Pick<Templates, 'pull-check' | 'check' | 'language' | 'findings' | 'problems'>;

/** Says what was found in a pull request: in a check run, or by the Action. It fails for what the pull request brings alone. */
export function describePullCheck(report: PullReport, templates: Templates): CheckRunContent {
  const words = templates['pull-check'];
  if (report.kind === 'checked') return describeChecked(report, templates);
  const path = report.kind === 'too-large' ? report.path : '';
  return {
    conclusion: 'neutral',
    title: words.titles[report.kind],
    summary: fillTemplate(words[report.kind], { path: defuse(path) }),
    annotations: [],
  };
}

function describeChecked(
  { fresh, old }: Extract<PullReport, { kind: 'checked' }>,
  templates: Templates,
): CheckRunContent {
  const errors = fresh.filter(({ severity }) => severity === 'error');
  const warnings = fresh.filter(({ severity }) => severity !== 'error');
  // Errors come first: GitHub and readers take the first ones.
  const ordered = [...errors, ...warnings];
  const annotations = [
    ...ordered.slice(0, mostAnnotations).map((each) => toAnnotation(each, templates)),
    ...old
      .slice(0, Math.max(0, mostWithOld - ordered.length))
      .map((each) => ({ ...toAnnotation(each, templates), level: 'notice' as const })),
  ];
  const conclusion = !hasPassed(fresh) ? 'failure' : fresh.length > 0 ? 'neutral' : 'success';
  return {
    conclusion,
    title: titleOf(errors.length, warnings.length, templates),
    summary: summaryOf(ordered, old, templates),
    annotations,
  };
}

function titleOf(errors: number, warnings: number, { language, ...templates }: Words): string {
  const { titles } = templates['pull-check'];
  if (errors + warnings === 0) return titles.passed;
  const [forms, count] = errors > 0 ? [titles.errors, errors] : [titles.warnings, warnings];
  return counted(forms, count, language);
}

function counted(forms: PluralForms, count: number, language: string): string {
  return fillTemplate(pluralForm(forms, count, language), { count });
}

function summaryOf(
  fresh: readonly Finding[],
  old: readonly Finding[],
  templates: Templates,
): string {
  const words = templates['pull-check'];
  const { language } = templates;
  if (fresh.length + old.length === 0) return words.passed;
  const half = longestSummary / 2;
  const paragraphs = [
    ...(fresh.length === 0 ? [words['passed-old']] : [words.fresh, listOf(fresh, half, templates)]),
    ...(old.length === 0
      ? []
      : [counted(words.old, old.length, language), listOf(old, half, templates)]),
    words.again,
  ];
  return paragraphs.join('\n\n');
}

/** @param most in bytes */
function listOf(findings: readonly Finding[], most: number, templates: Templates): string {
  const words = templates['pull-check'];
  const lines: string[] = [];
  let bytes = 0;
  for (const finding of findings) {
    const { path, line, severity } = finding;
    const shown = defuse(shorten(path, longestPath));
    const text = fillTemplate(words.finding, {
      severity: templates.check[severity],
      place: line === undefined ? shown : fillTemplate(words.place, { path: shown, line }),
      message: defuse(shorten(describeFinding(finding, templates), longestMessage)),
    });
    bytes += Buffer.byteLength(text) + 3;
    if (bytes > most - 200) break;
    lines.push(`- ${text}`);
  }
  const left = findings.length - lines.length;
  if (left > 0) lines.push(`- ${counted(words.more, left, templates.language)}`);
  return lines.join('\n');
}

function toAnnotation(finding: Finding, templates: Templates): Annotation {
  const { severity, path, line = 1, code } = finding;
  return {
    path,
    line,
    level: severity === 'error' ? 'failure' : 'warning',
    title: `Powered By (${code})`,
    message: shorten(describeFinding(finding, templates), longestMessage),
  };
}

import { fillTemplate } from '../words/fill-template.ts';
import type { Templates } from '../words/templates.ts';
import { describeFinding } from './describe-finding.ts';
import type { Finding, Severity } from './finding.ts';
import { toAnnotation } from './github-annotation.ts';

/** Whether the check has passed: there may be warnings, but no error. */
export function hasPassed(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

/** How findings look where they are shown. */
export interface Look {
  /** Gives the word for a severity its colour. */
  paint(severity: Severity, word: string): string;
  /** Makes a text safe to show that holds words of a page. */
  show(text: string): string;
}

/** The findings for a person: by path, a line each, and how many there are. */
export function printAsText(
  findings: readonly Finding[],
  templates: Templates,
  look: Look,
): string {
  const { check } = templates;
  if (findings.length === 0) return `${check.nothing}\n`;
  const lineWidth = Math.max(...findings.map(({ line = '' }) => String(line).length));
  const severityWidth = Math.max(check.error.length, check.warning.length);
  const ofPaths = [...Map.groupBy(findings, ({ path }) => path)].map(([path, ofPath]) => {
    const lines = ofPath.map((finding) => {
      const { line = '', severity } = finding;
      const word = check[severity];
      const columns = [
        String(line).padStart(lineWidth),
        look.paint(severity, word) + ' '.repeat(severityWidth - word.length),
        look.show(describeFinding(finding, templates)),
      ];
      return `  ${columns.join('  ')}\n`;
    });
    return `${look.show(path)}\n${lines.join('')}\n`;
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = { errors, warnings: findings.length - errors };
  return `${ofPaths.join('')}${fillTemplate(check.counts, counts)}\n`;
}

/** The findings for a program: one JSON document. */
export function printAsJson(findings: readonly Finding[], templates: Templates): string {
  const described = findings.map((finding) => {
    const { code, severity, path, line, locale, values } = finding;
    const message = describeFinding(finding, templates);
    return { code, severity, path, line, locale, message, values };
  });
  const report = { ok: hasPassed(findings), findings: described, problems: [] };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The findings as GitHub shows them beside a pull request's lines: a workflow command each. */
export function printAsAnnotations(findings: readonly Finding[], templates: Templates): string {
  return findings
    .map((finding) => `${toAnnotation(finding, describeFinding(finding, templates))}\n`)
    .join('');
}

import { fillTemplate } from '../words/fill-template.ts';
import type { Templates } from '../words/templates.ts';
import { describeFinding } from './describe-finding.ts';
import type { Finding } from './finding.ts';
import { toAnnotation } from './github-annotation.ts';

/** Whether the check has passed: there may be warnings, but no error. */
export function hasPassed(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

/** The findings for a person: by path, a line each, and how many there are. */
export function printAsText(findings: readonly Finding[], templates: Templates): string {
  const { check } = templates;
  if (findings.length === 0) return `${check.nothing}\n`;
  const severities = [check.error, check.warning].map((word) => word.length);
  const [lineWidth, severityWidth] = [
    Math.max(...findings.map(({ line }) => String(line).length)),
    Math.max(...severities),
  ];
  const ofPaths = [...Map.groupBy(findings, ({ path }) => path)].map(([path, ofPath]) => {
    const lines = ofPath.map((finding) => {
      const line = String(finding.line).padStart(lineWidth);
      const severity = check[finding.severity].padEnd(severityWidth);
      return `  ${line}  ${severity}  ${describeFinding(finding, templates)}\n`;
    });
    return `${path}\n${lines.join('')}\n`;
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
  return `${JSON.stringify({ ok: hasPassed(findings), findings: described }, undefined, 2)}\n`;
}

/** The findings as GitHub shows them beside a pull request's lines: a workflow command each. */
export function printAsAnnotations(findings: readonly Finding[], templates: Templates): string {
  return findings
    .map((finding) => `${toAnnotation(finding, describeFinding(finding, templates))}\n`)
    .join('');
}

import { toSingleLine } from '../text/single-line.ts';
import { describeProblem } from '../words/describe-problem.ts';
import { fillTemplate } from '../words/fill-template.ts';
import type { Templates } from '../words/templates.ts';
import { type Finding, type OwnFindingCode, severities } from './finding.ts';

/**
 * Says what was found, and what to do, on one line of plain text. It holds words of the page: escape it for where
 * it goes.
 */
export function describeFinding(finding: Finding, templates: Templates): string {
  const { code, path, values } = finding;
  if (isOwn(code)) return toSingleLine(fillTemplate(templates.findings[code] ?? code, values));
  const { message, hint } = describeProblem({ code, field: path, values }, templates);
  return toSingleLine(`${message} ${hint}`);
}

function isOwn(code: string): code is OwnFindingCode {
  return Object.hasOwn(severities, code);
}

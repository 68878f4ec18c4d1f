import { toSingleLine } from '../text/single-line.ts';
import { describeProblem } from '../words/describe-problem.ts';
import { fillTemplate } from '../words/fill-template.ts';
import type { Templates } from '../words/templates.ts';
import { type Finding, isOwnFinding } from './finding.ts';

/**
 * Says what was found, and what to do, on one line of plain text. It holds words of the page: escape it for where
 * it goes.
 */
export function describeFinding(finding: Finding, templates: Templates): string {
  const { code, path, values } = finding;
  if (isOwnFinding(code))
    return toSingleLine(fillTemplate(templates.findings[code] ?? code, values));
  const { message, hint } = describeProblem({ code, field: path, values }, templates);
  return toSingleLine(`${message} ${hint}`);
}

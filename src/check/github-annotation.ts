import { workflowCommand } from '../text/workflow-command.ts';
import type { Finding } from './finding.ts';

/**
 * A workflow command by which a GitHub action marks a line of a file, or the file. GitHub shows the first ten errors and the first ten
 * warnings of a step.
 */
export function toAnnotation({ severity, path, line, code }: Finding, message: string): string {
  return workflowCommand(severity, message, {
    file: path,
    ...(line !== undefined && { line: String(line) }),
    title: `Powered By (${code})`,
  });
}

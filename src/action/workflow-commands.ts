import type { Annotation } from '../github/pull-check/check-runs.ts';
import { workflowCommand } from '../text/workflow-command.ts';

/** A line that marks a run. */
export function annotation(kind: 'error' | 'warning', text: string): string {
  return workflowCommand(kind, text);
}

const commands = { failure: 'error', warning: 'warning', notice: 'notice' } as const;

/** A line that marks one of a file. GitHub shows the first ten of each kind. */
export function fileAnnotation({ path, line, level, title, message }: Annotation): string {
  return workflowCommand(commands[level], message, { file: path, line: String(line), title });
}

/**
 * The lines between which the runner obeys nothing: what strangers typed may look like a command of its.
 *
 * @param token nobody may guess it
 */
export function muted(token: string): { readonly from: string; readonly to: string } {
  return { from: workflowCommand('stop-commands', token), to: workflowCommand(token, '') };
}

import type { Annotation } from '../github/pull-check/check-runs.ts';
import { workflowCommand } from '../text/workflow-command.ts';

const commands = { failure: 'error', warning: 'warning', notice: 'notice' } as const;

/** The command that annotates a line of a file. GitHub shows the first ten of each kind. */
export function fileAnnotation({ path, line, level, title, message }: Annotation): string {
  return workflowCommand(commands[level], message, { file: path, line: String(line), title });
}

/**
 * The commands that stop the runner from executing commands in the output, and let it resume: text from strangers may look
 * like one.
 *
 * @param token random, so that nobody can guess it
 */
export function stopCommands(token: string): { readonly stop: string; readonly resume: string } {
  return { stop: workflowCommand('stop-commands', token), resume: workflowCommand(token, '') };
}

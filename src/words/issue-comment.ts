import { writeAnswers } from './comment/answers.ts';
import type { CommandUsers } from './comment/command-help.ts';
import { writeStatus } from './comment/status.ts';
import type { CommentContent } from './comment-content.ts';
import type { Templates } from './templates.ts';

/** What the words of a comment depend on beside its content. */
export interface CommentContext {
  /** Each command and who may use it in this repository. */
  readonly commands: CommandUsers;
}

/**
 * Our one comment on an issue as Markdown, without a marker: how the submission stands, and below it the answers to
 * commands. Nobody is notified by it, and at most 45,000 characters leave room for a marker; empty where there is nothing to say.
 */
export function writeIssueComment(
  { status, answers }: CommentContent,
  templates: Templates,
  { commands }: CommentContext,
): string {
  const submitterMayAdd = commands['add'] === 'submitter';
  const pieces = [
    writeStatus(status, templates, { submitterMayAdd }),
    ...writeAnswers(answers, templates, commands),
  ];
  return pieces.filter((piece) => piece !== '').join('\n\n---\n\n');
}

import type { PullClosing, PullNotice } from './pull-content.ts';
import type { Templates } from './templates.ts';
import { fillMarkdown } from './text/fill-markdown.ts';

/** The body of a pull request of ours with a notice at its top, instead of any other. */
export function withPullNotice(
  body: string,
  notice: PullNotice,
  { 'pull-request': words }: Pick<Templates, 'pull-request'>,
): string {
  const head = alert('WARNING', words.notices[notice]);
  if (body.startsWith(head)) return body;
  return head + withoutNotice(body, words.notices);
}

/**
 * The body of a pull request that we close: with the reason at its top, and without the commands that would keep it going.
 *
 * @param by the login of whom closed it, without `@`; empty where that is nobody's doing
 */
export function withClosingNotice(
  body: string,
  reason: PullClosing,
  by: string,
  { 'pull-request': words }: Pick<Templates, 'pull-request'>,
): string {
  const head = alert('NOTE', fillMarkdown(words.closed[reason], { by }));
  if (body.startsWith(head)) return body;
  const [beginning = ''] = words.commands.split('{{');
  const paragraphs = withoutNotice(body, words.notices).split('\n\n');
  return head + paragraphs.filter((each) => !each.startsWith(beginning)).join('\n\n');
}

/** Whether a body says why we close its pull request, which is written before that. */
export function hasClosingNotice(body: string): boolean {
  return body.startsWith('> [!NOTE]');
}

function alert(kind: 'WARNING' | 'NOTE', words: string): string {
  return `> [!${kind}]\n> ${words}\n\n`;
}

function withoutNotice(body: string, notices: Readonly<Record<PullNotice, string>>): string {
  const text = body.replaceAll('\r\n', '\n');
  const old = Object.values(notices)
    .map((words) => alert('WARNING', words))
    .find((each) => text.startsWith(each));
  return text.slice(old?.length ?? 0);
}

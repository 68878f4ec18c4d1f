import { type PullNotice, pullNotices } from './pull-content.ts';
import type { Templates } from './templates.ts';

/** The body of a pull request of ours with a notice at its top, instead of any other. */
export function withPullNotice(
  body: string,
  notice: PullNotice,
  { 'pull-request': words }: Pick<Templates, 'pull-request'>,
): string {
  const head = (each: PullNotice) => `> [!WARNING]\n> ${words.notices[each]}\n\n`;
  const text = body.replaceAll('\r\n', '\n');
  if (text.startsWith(head(notice))) return body;
  const old = pullNotices.map(head).find((each) => text.startsWith(each));
  return head(notice) + text.slice(old?.length ?? 0);
}

import type { Templates } from './templates.ts';

type Notice = 'pushed-to' | 'outdated';

/** The body of a pull request of ours with a notice at its head, in the place of any other. */
export function withPullNotice(
  body: string,
  notice: Notice,
  { 'pull-request': words }: Pick<Templates, 'pull-request'>,
): string {
  const head = (each: Notice) => `> [!WARNING]\n> ${words.notices[each]}\n\n`;
  const text = body.replaceAll('\r\n', '\n');
  if (text.startsWith(head(notice))) return body;
  const old = (['pushed-to', 'outdated'] as const).map(head).find((each) => text.startsWith(each));
  return head(notice) + text.slice(old?.length ?? 0);
}

import { linkDestination } from '../text/addresses.ts';
import { pluralForm } from '../text/plural.ts';
import { shorten } from '../text/shorten.ts';
import type { Status } from './comment-content.ts';
import { defuse } from './defuse.ts';
import type { Templates } from './templates.ts';
import { fillMarkdown } from './text/fill-markdown.ts';
import { listOf } from './text/list-of.ts';

/** A status in which the next step is the submitter's, or the matter has ended. */
export type NotifiedStatus = Extract<
  Status,
  { kind: 'problems' | 'merged' | 'pull-closed' | 'withdrawn' | 'label-taken-off' }
>;

/** What a notification says besides its status. Logins are without `@`. */
export interface NotificationContext {
  /** Who is mentioned, and so notified. */
  readonly login: string;
  /** The address of the status comment. */
  readonly statusUrl: string;
  /** The address of the repository's issue form. */
  readonly formUrl: string;
  /** What somebody wrote as the reason; for a pull request that was closed. */
  readonly quote?: Quote;
  /** Who withdrew the request. */
  readonly withdrawnBy?: string;
  /** The languages that the entry has no text in, and the locale of one of them. */
  readonly untranslated?: { readonly languages: readonly string[]; readonly locale: string };
}

/** What somebody wrote. */
export interface Quote {
  readonly login: string;
  readonly text: string;
}

/** In UTF-16 code units. */
const longestQuote = 1_000;

/** A short comment that mentions one person, as Markdown without a marker. */
export function writeNotification(
  status: NotifiedStatus,
  context: NotificationContext,
  templates: Templates,
): string {
  const words = templates.comment.notifications;
  const { login, quote, untranslated } = context;
  const statusUrl = linkDestination(context.statusUrl);
  const values = { login, statusUrl, formUrl: linkDestination(context.formUrl) };
  switch (status.kind) {
    case 'problems': {
      const count = status.problems.length;
      const text = pluralForm(words.problems, count, templates.language);
      return fillMarkdown(text, { ...values, count });
    }
    case 'merged': {
      const { change, company, pull } = status;
      const said = fillMarkdown(words.merged[change], { ...values, company, pull });
      if (untranslated === undefined || change === 'remove') return said;
      const { locale } = untranslated;
      const languages = listOf(untranslated.languages, templates.language);
      return `${said}\n\n${fillMarkdown(words.translate, { languages, locale })}`;
    }
    case 'pull-closed': {
      const said = fillMarkdown(words['pull-closed'], { ...values, pull: status.pull });
      if (quote === undefined) return said;
      const head = fillMarkdown(words.quote, { login: quote.login });
      return [said, head, quoted(quote.text)].join('\n\n');
    }
    case 'withdrawn': {
      const { withdrawnBy = '' } = context;
      return fillMarkdown(words.withdrawn, {
        ...values,
        by: withdrawnBy === login ? '' : withdrawnBy,
      });
    }
    case 'label-taken-off':
      return fillMarkdown(words['label-taken-off'], { ...values, label: status.label });
    default:
      throw status satisfies never;
  }
}

/** As a quotation that shows the text and does nothing. */
function quoted(text: string): string {
  const lines = shorten(text.trim(), longestQuote).split(/\r\n|\r|\n/);
  return lines.map((line) => `> ${defuse(line)}`.trimEnd()).join('\n');
}

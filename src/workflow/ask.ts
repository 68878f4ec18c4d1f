import type { CommentEntry } from '../command/command.ts';
import type { Author } from '../github/author.ts';

/** What an issue asks for: its form, then its accepted commands in order. */
export type Ask = EntryAsk | RemovalAsk;

/** An entry on every page. */
export interface EntryAsk {
  readonly kind: 'entry';
  readonly source: EntrySource;
  /** Texts that were given by command, by locale. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Where an entry's fields come from. */
export type EntrySource =
  | { readonly kind: 'form' }
  /** A comment's lines. */
  | {
      readonly kind: 'comment';
      readonly entry: CommentEntry;
      readonly commentId: string;
      readonly requester: Author;
    }
  /** After a merge: only texts change, of a company that is on the pages. */
  | {
      readonly kind: 'texts';
      readonly company: string;
      readonly commentId: string;
      readonly requester: Author;
    };

/** Whether the issue itself asks, and not a comment in it. */
export function isAskedByForm(ask: Ask): boolean {
  return ask.kind === 'entry' && ask.source.kind === 'form';
}

/** A company off every page. */
export interface RemovalAsk {
  readonly kind: 'removal';
  readonly company: string;
  readonly commentId: string;
  readonly requester: Author;
}

/** Why nothing is proposed, though something was asked for. */
export type Stop = 'withdrawn' | 'issue-closed' | 'label-taken-off' | 'pull-closed';

import type { CommentEntry } from './command.ts';

/** What an issue asks for: its form, then its accepted commands in order. */
export type ChangeRequest = EntryChangeRequest | RemovalChangeRequest;

/** An entry on every page. */
export interface EntryChangeRequest {
  readonly kind: 'entry';
  readonly source: EntrySource;
  /** Texts that were given by command, by locale. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Where an entry's fields come from. */
export type EntrySource =
  | { readonly kind: 'form' }
  /** A comment's lines. */
  | ({ readonly kind: 'comment'; readonly entry: CommentEntry } & RequestedByComment)
  /** After a merge: only texts change, of a company that is on the pages. */
  | ({ readonly kind: 'texts'; readonly company: string } & RequestedByComment);

/** A company off every page. */
export interface RemovalChangeRequest extends RequestedByComment {
  readonly kind: 'removal';
  readonly company: string;
}

/** The comment by which something was requested, and who wrote it. */
export interface RequestedByComment {
  /** GitHub's node id. */
  readonly commentId: string;
  readonly requester: Requester;
}

/** An account, as GitHub names it. */
export interface Requester {
  readonly login: string;
  /** Of the account, as commits' addresses name it. */
  readonly id: number | undefined;
  readonly isPerson: boolean;
}

/** Whether the issue itself asks, and not a comment in it. */
export function isRequestedByForm(request: ChangeRequest): boolean {
  return request.kind === 'entry' && request.source.kind === 'form';
}

/** Why nothing is proposed, though something was requested. */
export type Halt = 'withdrawn' | 'issue-closed' | 'label-taken-off' | 'pull-closed';

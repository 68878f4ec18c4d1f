import type { CommentEntry } from './command.ts';

/** What an issue asks for: its form, then its accepted commands in order. */
export type ChangeRequest = EntryChangeRequest | RenamingChangeRequest | RemovalChangeRequest;

/** An entry on every page. */
export interface EntryChangeRequest {
  readonly kind: 'entry';
  readonly source: EntrySource;
  /** Texts that were given by command, by locale. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The issue's own form. */
export interface FormSource {
  readonly kind: 'form';
  /** Where the logo is that the form does not have. */
  readonly picture?: CommentedPicture;
}

/** The lines of a comment, or of an issue's own text. */
export interface CommentSource extends RequestedByComment {
  readonly kind: 'comment';
  readonly entry: CommentEntry;
  /** Whether they are the issue's own. */
  readonly isOfIssue: boolean;
  /** Where the logo is, if not among them. */
  readonly picture?: CommentedPicture;
}

/** A picture in a comment. */
export interface CommentedPicture {
  /** The picture's address. */
  readonly address: string;
  /** GitHub's node id of the comment. */
  readonly commentId: string;
  /** Whether a command gives it, in the place of any other. */
  readonly isGiven: boolean;
}

/** Where an entry's fields come from. */
export type EntrySource =
  | FormSource
  | CommentSource
  /** After a merge: only texts change, of a company that is on the pages. */
  | ({ readonly kind: 'texts'; readonly company: string } & RequestedByComment);

/** A company off every page. */
export interface RemovalChangeRequest extends RequestedByComment {
  readonly kind: 'removal';
  readonly company: string;
}

/** Another name for a company that is on the pages. */
export interface RenamingChangeRequest extends RequestedByComment {
  readonly kind: 'renaming';
  readonly company: string;
  readonly newName: string;
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
export function isRequestedByIssue(request: ChangeRequest): boolean {
  if (request.kind !== 'entry') return false;
  const { source } = request;
  return source.kind === 'form' || (source.kind === 'comment' && source.isOfIssue);
}

/** Whether only writers may ask for something: it is about whatever company is on the pages. */
export function isForWriters(request: ChangeRequest | undefined): boolean {
  return request !== undefined && request.kind !== 'entry';
}

/** Why nothing is proposed, though something was requested. */
export type Halt = 'withdrawn' | 'issue-closed' | 'label-taken-off' | 'pull-closed';

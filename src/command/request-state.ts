import type { Configuration } from '../config/configuration.ts';
import type { ChangeKind } from '../words/pull-content.ts';
import type { ChangeRequest, CommentSource, EntrySource, Halt } from './change-request.ts';

/** What an issue has come to: what it asks for today, and what is in the way. */
export interface RequestState {
  /** Nothing where nothing was requested, or all of it is on the pages. */
  readonly request: ChangeRequest | undefined;
  /** What the last entry was made of. */
  readonly source: EntrySource | undefined;
  readonly halt: Halt | undefined;
  /** What the last request brought onto the pages. */
  readonly merged: MergedRequest | undefined;
  /** Whether an `add` approved it: `open: on-command` waits for that. */
  readonly isApproved: boolean;
  /** Whether a command that has no answer yet wants our commit over whatever is on the branch. */
  readonly isForced: boolean;
  /** Whether a writer's command that has no answer yet approves it. */
  readonly isApprovedByWriter: boolean;
}

/** A request that was merged. */
export interface MergedRequest {
  readonly change: ChangeKind;
  /** Nothing where nothing says anymore whom it was about. */
  readonly company: string | undefined;
}

/** What a command may change of a request's state. */
export type StateChange = Partial<Omit<RequestState, 'merged'>>;

/** What an issue's own text says, where it is no form. */
export interface IssueText {
  /** The address of the only picture in it. */
  readonly logo?: string;
  /** What its lines `company: …` ask for. */
  readonly source?: CommentSource;
}

/** What decides whether a command can be carried out. */
export interface CommandContext {
  readonly state: RequestState;
  /** Whether whoever gave it may push to the repository. */
  readonly isWriter: boolean;
  readonly configuration: Configuration;
  readonly issueText: IssueText;
  /** Whether we have a branch or an open pull request for the issue. */
  readonly isPublished: boolean;
  /** Whether somebody pushed to our branch after the command was written. */
  readonly isPushedSince: boolean;
}

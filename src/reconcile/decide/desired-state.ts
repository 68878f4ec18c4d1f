import type { ChangeRequest } from '../../command/change-request.ts';
import type { Status } from '../../words/comment-content.ts';
import type { PullNotice } from '../../words/pull-content.ts';
import type { RowPreview } from '../../words/row-preview.ts';
import type { Reviewed } from '../observe/notes/reviewed.ts';
import type { ReadyProposal } from './plan/planned-change.ts';

/** What should be true of an issue, its branch and its pull request. */
export interface DesiredState {
  readonly status: Status;
  /** Of all that it follows from; empty where time alone may change it. */
  readonly digest: string;
  /** What is to be on the branch; nothing leaves it as it is. */
  readonly proposed?: Proposed;
  /** Pull requests of ours are closed, and the branch deleted. */
  readonly isTornDown?: boolean;
  /** Why the branch is not what the issue asks for. */
  readonly notice?: PullNotice;
  readonly closesIssue?: boolean;
  /** What counts as reviewed from now on; nothing leaves that as it is. */
  readonly reviewed?: Reviewed;
}

/** A proposal with what it was made of. */
export interface Proposed {
  readonly request: ChangeRequest;
  readonly ready: ReadyProposal;
  readonly rows: readonly RowPreview[];
}

import type { GraphqlError } from '../client/graphql-error.ts';
import type {
  AddComment,
  Change,
  Commit,
  CreateLabel,
  OpenPullRequest,
  UpdateComment,
} from './change.ts';

/** What became of one change: what it made, that it was made, or why it was not. */
export type ChangeResult =
  | { readonly kind: 'committed'; readonly branch: string; readonly oid: string }
  | { readonly kind: 'pull-request-opened'; readonly id: string; readonly number: number }
  | { readonly kind: 'label-created'; readonly labelId: string }
  | {
      readonly kind: 'comment-written';
      readonly change: AddComment | UpdateComment;
      readonly id: string;
      /** When, by GitHub's clock. */
      readonly updatedAt: Date;
    }
  | {
      readonly kind: 'done';
      readonly change: Exclude<
        Change,
        Commit | OpenPullRequest | CreateLabel | AddComment | UpdateComment
      >;
    }
  | { readonly kind: 'failed'; readonly change: Change; readonly error: GraphqlError };

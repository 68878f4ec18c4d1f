import type { Change } from '../../../github/changes/change.ts';
import type { Act } from '../../../words/comment-content.ts';

/** What a change is part of. Where one is refused, all of its kind are held back. */
export function actOf(change: Change): Act {
  switch (change.kind) {
    case 'create-branch':
    case 'commit':
    case 'open-pull-request':
      return 'publish';
    case 'move-branches':
      return change.moves.every(({ after }) => after === undefined) ? 'delete-branch' : 'publish';
    case 'create-label':
    case 'add-label':
      return 'label';
    case 'add-reaction':
    case 'remove-reaction':
      return 'react';
    case 'add-comment':
    case 'update-comment':
    case 'delete-comment':
    case 'minimize-comment':
      return 'comment';
    case 'close-pull-request':
    case 'close-issue':
    case 'retitle-issue':
    case 'update-pull-request':
      return change.kind;
    default:
      throw change satisfies never;
  }
}

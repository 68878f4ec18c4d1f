import type { GraphqlError } from '../client/graphql-error.ts';
import type { Change } from './change.ts';
import type { ChangeResult } from './change-result.ts';
import type { MutationAnswer } from './mutation.ts';

/**
 * What became of a change.
 *
 * @param answer of its mutation; null or nothing where that failed
 * @param error why, as far as GitHub says it
 */
export function resultOf(
  change: Change,
  answer: MutationAnswer | undefined,
  error: GraphqlError = { message: 'No result and no reason were given' },
): ChangeResult {
  const failed: ChangeResult = { kind: 'failed', change, error };
  if (!answer) return failed;
  switch (change.kind) {
    case 'commit': {
      if (!('commit' in answer) || !answer.commit) return failed;
      return { kind: 'committed', branch: change.branch, oid: answer.commit.oid };
    }
    case 'open-pull-request': {
      if (!('pullRequest' in answer) || !answer.pullRequest) return failed;
      const { id, number } = answer.pullRequest;
      return { kind: 'pull-request-opened', id, number };
    }
    case 'create-label': {
      if (!('label' in answer) || !answer.label) return failed;
      return { kind: 'label-created', labelId: answer.label.id };
    }
    case 'add-comment':
    case 'update-comment': {
      const node = commentIn(answer);
      if (!node) return failed;
      const { id, updatedAt } = node;
      return { kind: 'comment-written', change, id, updatedAt: new Date(updatedAt) };
    }
    default:
      return { kind: 'done', change };
  }
}

function commentIn(answer: MutationAnswer) {
  if (answer && 'commentEdge' in answer) return answer.commentEdge?.node;
  return answer && 'issueComment' in answer ? answer.issueComment : undefined;
}

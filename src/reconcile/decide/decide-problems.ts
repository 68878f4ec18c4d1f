import { type ChangeRequest, isRequestedByForm } from '../../command/change-request.ts';
import type { Status } from '../../words/comment-content.ts';
import { type CommandRefused, type DesiredStateDecision, desire } from './decision.ts';
import type { PlannedProblems } from './planned-change.ts';
import type { Situation } from './situation.ts';

/**
 * What a comment asks for and cannot be done is answered there; anything else is a problem of the submission.
 *
 * @param digest of all that the problems follow from; empty where time alone may change them
 */
export function decideProblems(
  request: ChangeRequest,
  { kind, problems }: PlannedProblems,
  digest: string,
  { openPull, history }: Situation,
): DesiredStateDecision | CommandRefused {
  const commentId = commentOf(request);
  const isPending = history.results.some(({ given }) => given.comment.id === commentId);
  if (commentId !== undefined && isPending && kind === 'problems') {
    const refused = problems.map(({ problem }) => problem);
    return { kind: 'command-refused', commentId, problems: refused };
  }
  const status: Status = {
    kind,
    problems,
    ...(openPull && { pull: openPull.number }),
    ...(kind === 'problems' && placeOf(request)),
  };
  return desire({ status, digest: kind === 'logo-waiting' ? '' : digest, notice: 'outdated' });
}

/** Where a request can be changed: whoever asked by a comment has no form to edit. */
export function placeOf(request: ChangeRequest): { readonly askedIn?: 'comment' } {
  return isRequestedByForm(request) ? {} : { askedIn: 'comment' };
}

function commentOf(request: ChangeRequest): string | undefined {
  if (request.kind === 'removal') return request.commentId;
  return request.source.kind === 'form' ? undefined : request.source.commentId;
}

import { type ChangeRequest, isRequestedByIssue } from '../../command/change-request.ts';
import type { Status } from '../../words/comment-content.ts';
import { stateBefore } from '../history/replay-history.ts';
import { type CommandRefused, type DesiredStateDecision, desire } from './decision.ts';
import { formWanted } from './form-wanted.ts';
import type { PlannedProblems } from './plan/planned-change.ts';
import type { Situation } from './situation.ts';

/**
 * What a comment asks for and cannot be done is answered there; anything else is a problem of the submission. So is an `add`
 * or a `rebuild` of what cannot be done yet.
 *
 * @param digest of all that the problems follow from; empty where time alone may change them
 */
export function decideProblems(
  request: ChangeRequest,
  { kind, problems }: PlannedProblems,
  digest: string,
  situation: Situation,
): DesiredStateDecision | CommandRefused {
  const { openPull } = situation;
  if (problems.every(({ problem: { code } }) => code === 'form-not-the-form') && !openPull) {
    return desire({ status: formWanted(situation), digest });
  }
  const given = pendingCause(request, situation);
  if (given && kind === 'problems') {
    const refused = problems.map(({ problem }) => problem);
    return { kind: 'command-refused', ...given, problems: refused };
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
  return isRequestedByIssue(request) ? {} : { askedIn: 'comment' };
}

type Cause = Pick<CommandRefused, 'commentId' | 'command'>;

/** The command without an answer by which a request was made, or which wants it carried out. */
function pendingCause(request: ChangeRequest, situation: Situation): Cause | undefined {
  const cause = causeOf(request);
  // What takes a request up again has done so, whatever has to be fixed.
  const isTakenUp = stateBefore(situation).halt !== undefined;
  const pending = situation.history.results.flatMap(({ given, accepted }) =>
    accepted.map(({ name }): Cause => ({ commentId: given.comment.id, command: name })),
  );
  return pending.findLast(
    ({ commentId, command }) =>
      (command === 'add' && !isTakenUp) ||
      command === 'rebuild' ||
      (commentId === cause?.commentId && command === cause.command),
  );
}

/** The command that a comment gave. */
function causeOf(
  request: ChangeRequest,
): Pick<CommandRefused, 'commentId' | 'command'> | undefined {
  if (request.kind === 'removal') return { commentId: request.commentId, command: 'remove' };
  if (request.kind === 'renaming') return { commentId: request.commentId, command: 'rename' };
  const { source } = request;
  if (source.kind === 'form') return undefined;
  return { commentId: source.commentId, command: source.kind === 'texts' ? 'text' : 'add' };
}

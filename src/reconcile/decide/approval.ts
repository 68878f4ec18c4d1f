import { type EntryChangeRequest, isRequestedByIssue } from '../../command/change-request.ts';
import type { CommandName } from '../../command/command.ts';
import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import { problem } from '../../problem/problem.ts';
import type { OpenPage } from '../../proposal/open-pages.ts';
import type { CommandResult } from '../history/history-state.ts';
import { stateBefore } from '../history/replay-history.ts';
import { isWriter } from '../observe/writers/writers.ts';
import { contentDigest } from './content-digest.ts';
import type { CommandRefused } from './decision.ts';
import type { Proposed } from './desired-state.ts';
import { checkRequest } from './plan/plan-entry.ts';
import type { ReadyProposal } from './plan/planned-change.ts';
import type { Situation } from './situation.ts';

/** Whether a proposal may go ahead. */
export type Approval =
  | { readonly kind: 'given' }
  | { readonly kind: 'missing' }
  /** A command that has no answer yet asks for what may not be. */
  | CommandRefused;

const isGiven: Approval = { kind: 'given' };
const isMissing: Approval = { kind: 'missing' };

/**
 * Whether a writer has approved what is proposed, where the configuration wants that. An approval is for the entry and the
 * logo that there were: what was edited since, or is edited around it, needs another.
 */
export function approvalOf(
  { request, ready }: Proposed,
  pages: readonly OpenPage[],
  situation: Situation,
): Approval {
  const { configuration, history, issue } = situation;
  if (configuration.open === 'automatically') return isGiven;
  if (!history.isApproved) return isMissing;
  if (request.kind !== 'entry') return isGiven;
  const change = changeOfApproval(situation);
  if (change === 'given') {
    const add = acceptedLast('add', situation);
    const isEdited = isRequestedByIssue(request) && add && isEditedSince(issue, add);
    const isOther = isEdited || ready.hasOtherLogo;
    return add && isOther ? refuse(add, 'command-issue-edited', 'add') : isGiven;
  }
  if (change === 'unchanged' && isAsReviewed(request, ready, pages, situation)) return isGiven;
  const rebuild = acceptedLast('rebuild', situation);
  return rebuild ? refuse(rebuild, 'command-approval-wanted', 'rebuild') : isMissing;
}

/** GitHub tells times in whole seconds: what was edited in the same one may have been edited behind the command. */
function isEditedSince({ editedAt }: IssueFacts, { given: { comment } }: CommandResult): boolean {
  const written = comment.editedAt ?? comment.createdAt;
  return editedAt !== undefined && editedAt >= written;
}

/** Whether a command that has no answer yet approves what is asked for, be it refused because that is another by now. */
export function isApprovalAsked(situation: Situation): boolean {
  if (situation.configuration.open === 'automatically') return false;
  const problems = situation.history.results.flatMap((result) => result.problems);
  const isRefused = problems.some(({ code }) => code === 'command-issue-edited');
  return isRefused || changeOfApproval(situation) === 'given';
}

/** What commands without an answer change about an approval, in their order. */
function changeOfApproval(situation: Situation): 'given' | 'unchanged' | 'lost' {
  const { history } = situation;
  let change: ReturnType<typeof changeOfApproval> = 'unchanged';
  const accepted = history.results.flatMap(({ given, accepted }) =>
    accepted.map(({ name }) => ({ name, isByWriter: isWriter(situation, given.author.login) })),
  );
  for (const { name, isByWriter } of accepted) {
    if (name === 'text' && !isByWriter) change = 'lost';
    // After a merge, the text is all that is requested.
    const isAll =
      name === 'add' ||
      (name === 'text' && change === 'unchanged' && !stateBefore(situation).request);
    if (isAll && isByWriter) change = 'given';
  }
  return change;
}

/** Whether everything is as it was reviewed, but for what writers changed by command. */
function isAsReviewed(
  request: EntryChangeRequest,
  ready: ReadyProposal,
  pages: readonly OpenPage[],
  situation: Situation,
): boolean {
  const { history, reviewed } = situation;
  const before = history.results.length > 0 ? stateBefore(situation).request : request;
  if (before?.kind !== 'entry') return false;
  const { submission } = checkRequest(before, situation, pages).checked;
  // A writer's `rebuild` takes whatever picture is there.
  const logos = history.isForced ? reviewed : (ready.reviewed ?? {});
  return submission !== undefined && contentDigest(submission, logos) === reviewed.content;
}

function acceptedLast(
  name: 'add' | 'rebuild',
  { history }: Pick<Situation, 'history'>,
): CommandResult | undefined {
  return history.results.findLast(({ accepted }) => accepted.some((each) => each.name === name));
}

function refuse(
  result: CommandResult,
  code: 'command-issue-edited' | 'command-approval-wanted',
  command: CommandName,
): CommandRefused {
  const problems = [problem(code, `/poweredby ${command}`, { command })];
  return { kind: 'command-refused', commentId: result.given.comment.id, command, problems };
}

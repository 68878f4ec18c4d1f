import { type EntryChangeRequest, isRequestedByForm } from '../../command/change-request.ts';
import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { OpenPage } from '../../proposal/open-pages.ts';
import type { CommandResult } from '../history/history-state.ts';
import { contentDigest } from './content-digest.ts';
import type { Proposed } from './desired-state.ts';
import type { ReadyProposal } from './planned-change.ts';
import { checkRequest } from './plan-entry.ts';
import type { Situation } from './situation.ts';

/** Whether a proposal may go ahead. */
export type Approval =
  | 'approved'
  | 'wanted'
  /** A command that has no answer yet asks for what may not be. */
  | { readonly refused: string; readonly problems: readonly Problem[] };

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
  if (configuration.open === 'automatically') return 'approved';
  if (!history.isApproved) return 'wanted';
  if (request.kind === 'removal') return 'approved';
  const word = newWord(situation);
  if (word === 'given') {
    const add = acceptedLast('add', situation);
    const isEdited = isRequestedByForm(request) && add && isEditedSince(issue, add);
    const isOther = isEdited || ready.hasOtherLogo;
    return add && isOther ? refuse(add, 'command-issue-edited', 'add') : 'approved';
  }
  if (word === 'as-before' && isAsReviewed(request, ready, pages, situation)) return 'approved';
  const rebuild = acceptedLast('rebuild', situation);
  return rebuild ? refuse(rebuild, 'command-approval-wanted', 'rebuild') : 'wanted';
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
  return isRefused || newWord(situation) === 'given';
}

/** What commands without an answer change about an approval, in their order. */
function newWord({ history, snapshot, requestBefore }: Situation): 'given' | 'as-before' | 'lost' {
  let word: ReturnType<typeof newWord> = 'as-before';
  for (const { given, problems } of history.results) {
    if (problems.length > 0 || !given.read.ok) continue;
    const isWriter = snapshot.writers.get(given.author.login.toLowerCase()) === true;
    const { name } = given.read.value;
    if (name === 'text' && !isWriter) word = 'lost';
    // After a merge, the text is all that is asked for.
    const isAll = name === 'add' || (name === 'text' && !requestBefore() && word === 'as-before');
    if (isAll && isWriter) word = 'given';
  }
  return word;
}

/** Whether nothing is another since it was reviewed, but for what writers changed by command. */
function isAsReviewed(
  request: EntryChangeRequest,
  ready: ReadyProposal,
  pages: readonly OpenPage[],
  { issue, snapshot, configuration, history, reviewed, requestBefore }: Situation,
): boolean {
  const before = history.results.length > 0 ? requestBefore() : request;
  if (before?.kind !== 'entry') return false;
  const { submission } = checkRequest(before, { issue, snapshot, configuration, pages }).checked;
  // A writer's `rebuild` takes whatever picture is there.
  const logo = history.isForced ? reviewed.logo : ready.reviewed?.logo;
  return submission !== undefined && contentDigest(submission, logo) === reviewed.content;
}

function acceptedLast(
  name: 'add' | 'rebuild',
  { history }: Pick<Situation, 'history'>,
): CommandResult | undefined {
  return history.results.findLast(
    ({ given: { read }, problems }) => problems.length === 0 && read.ok && read.value.name === name,
  );
}

function refuse(
  { given }: CommandResult,
  code: 'command-issue-edited' | 'command-approval-wanted',
  command: string,
): Approval {
  const problems = [problem(code, `/poweredby ${command}`, { command })];
  return { refused: given.comment.id, problems };
}

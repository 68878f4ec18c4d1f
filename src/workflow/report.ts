import { closeIssue, closePull, deleteBranch } from '../github/mutations.ts';
import type { SubmissionSnapshot } from '../github/submission-snapshot.ts';
import { answerByReaction } from './answer-by-reaction.ts';
import { converse, type Saying } from './conversation.ts';
import { isSubmission } from './course.ts';
import { hasLabel } from './has-label.ts';
import { judgedWith } from './judged-with.ts';
import type { Outcome } from './outcome.ts';
import type { Published } from './publisher.ts';
import { type Mutations, together } from './send.ts';
import { setLabels } from './set-labels.ts';
import type { Situation } from './situation.ts';
import { updatePullText } from './update-pull-text.ts';

/** What came of the documents that were sent before. */
export interface Progress {
  /** Of the configured label, where the repository has it. */
  readonly labelId: string | undefined;
  readonly published?: Published;
}

/**
 * The last document of a job: what is to be said, and what ends. The comment comes last. Should
 * something before it fail, the next attempt does all of it again.
 */
export function report(outcome: Outcome, situation: Situation, progress: Progress): Mutations {
  const { published, labelId } = progress;
  const { issue, snapshot, course } = situation;
  const openPullId = published?.pull.id ?? situation.openPull?.id;
  return {
    ...published?.last,
    ...(!published && dropTemporaryBranch(snapshot)),
    ...(outcome.isTornDown && tearDown(snapshot)),
    ...(labelId !== undefined && setLabels(situation, outcome, labelId, openPullId)),
    ...updatePullText(outcome, situation, published),
    ...(outcome.closesIssue && { closedIssue: closeIssue(issue.id) }),
    ...answerByReaction(course.verdicts, situation.commands),
    ...comments(outcome, situation, progress),
  };
}

/** What ends the life of our pull requests and branches for an issue, as far as they are there. */
export function tearDown({ repository, pulls, branch }: SubmissionSnapshot): Mutations {
  const open = pulls.filter(({ state }) => state === 'OPEN');
  return {
    ...Object.fromEntries(open.map(({ id }, index) => [`closedPull${index}`, closePull(id)])),
    // What somebody pushed there would be lost with the branch.
    ...(branch?.isOurs && { deletedBranch: deleteBranch(repository.id, branch) }),
  };
}

/** A job that was broken off may have left one. */
export function dropTemporaryBranch({
  repository,
  temporaryBranch,
}: SubmissionSnapshot): Mutations {
  return temporaryBranch ? { droppedBranch: deleteBranch(repository.id, temporaryBranch) } : {};
}

/** Of what was known when commands were judged: whatever comes later, comes behind them. */
function newestDate({ issue, snapshot, commands }: Situation): Date {
  const dates = [
    issue.createdAt,
    issue.closedAt,
    issue.reopenedAt,
    ...snapshot.pulls.flatMap(({ mergedAt, closed }) => [mergedAt, closed?.at]),
    ...commands.flatMap(({ at, comment }) => [at, comment.editedAt]),
  ];
  return new Date(Math.max(...dates.map((date) => date?.getTime() ?? 0)));
}

/** Our comment on the issue; and on a pull request, where commands were given that need words for an answer. */
function comments(
  outcome: Outcome,
  situation: Situation,
  { published, labelId }: Progress,
): Mutations {
  const { issue, snapshot, configuration, course, note } = situation;
  const { verdicts } = course;
  const hasHadLabel =
    hasLabel(issue.labels, configuration) ||
    outcome.status.kind === 'label-taken-off' ||
    (labelId !== undefined && isSubmission(course));
  const saying: Saying = {
    status:
      published && outcome.status.kind === 'proposed'
        ? { ...outcome.status, pull: published.pull.number }
        : outcome.status,
    digest: outcome.digest,
    commit: published?.commit ?? note?.commit,
    label: hasHadLabel ? configuration.label : note?.label,
    isForm: situation.isForm,
    reviewed: outcome.reviewed ?? situation.reviewed,
    judged: judgedWith(situation.commands, verdicts, newestDate(situation)),
  };
  const ofPulls = snapshot.pulls.map(({ id, number, thread }) => {
    const conversation = { name: `commentOnPull${number}`, id, thread };
    return converse(
      conversation,
      verdicts,
      { status: { kind: 'none' }, digest: '' },
      configuration,
    );
  });
  const { id, thread } = issue;
  const ofIssue = converse({ name: 'comment', id, thread }, verdicts, saying, configuration);
  return together([...ofPulls, ofIssue]);
}

import { addComment, deleteComment, editComment, minimizeComment } from '../../acts/comments.ts';
import { closeIssue, editIssue, reopenIssue } from '../../acts/issues.ts';
import { addLabels, createLabel, removeLabel } from '../../acts/labels.ts';
import { changeBase, openPull, reopenPull } from '../../acts/pulls.ts';
import { addReaction, findReaction, removeReaction } from '../../acts/reactions.ts';
import { Refusal } from '../../refusal.ts';
import type { Issue, ReactionContent } from '../../world/model.ts';
import {
  type Arguments,
  type Fields,
  type GraphqlContext,
  issueOf,
  nodeOf,
  requireGrant,
  requireSubject,
} from '../context.ts';
import { inputOf, repositoryInput, textOf } from './mutation-inputs.ts';

function comment(args: Arguments, context: GraphqlContext) {
  const { subjectId, body } = inputOf(args);
  const issue = nodeOf(context, subjectId, 'issue');
  requireSubject(context, issue, 'write');
  const added = addComment(context.world, context.actor, issue, String(body));
  return { subject: issue, commentEdge: { kind: 'edge', cursor: added.nodeId, node: added } };
}

function updateComment(args: Arguments, context: GraphqlContext) {
  const { id, body } = inputOf(args);
  const issueComment = nodeOf(context, id, 'comment');
  requireSubject(context, issueComment, 'write');
  editComment(context.world, context.actor, issueComment, String(body));
  return { issueComment };
}

function removeComment(args: Arguments, context: GraphqlContext) {
  const found = nodeOf(context, inputOf(args)['id'], 'comment');
  requireSubject(context, found, 'write');
  deleteComment(context.world, context.actor, found);
  return {};
}

function minimize(args: Arguments, context: GraphqlContext) {
  const { subjectId, classifier } = inputOf(args);
  const minimizedComment = nodeOf(context, subjectId, 'comment');
  requireSubject(context, minimizedComment, 'write');
  minimizeComment(context.world, context.actor, minimizedComment, String(classifier));
  return { minimizedComment };
}

function react(args: Arguments, context: GraphqlContext) {
  const { subjectId, content } = inputOf(args);
  const subject = nodeOf(context, subjectId, 'issue', 'comment');
  requireSubject(context, subject, 'write');
  const { world, actor } = context;
  const { reaction } = addReaction(world, actor, subject, content as ReactionContent);
  return { reaction, subject };
}

function unreact(args: Arguments, context: GraphqlContext) {
  const { subjectId, content } = inputOf(args);
  const subject = nodeOf(context, subjectId, 'issue', 'comment');
  requireSubject(context, subject, 'write');
  const reaction = findReaction(context.actor, subject, content as ReactionContent);
  if (!reaction) throw new Refusal('UNPROCESSABLE', 'Could not find reaction');
  removeReaction(context.world, reaction);
  return { reaction, subject };
}

function makeLabel(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'issues', 'write');
  const { name, color, description } = inputOf(args);
  const made = { name: String(name), color: String(color), description: textOf(description) };
  const repository = repositoryInput(args, context);
  return { label: createLabel(context.world, context.actor, repository, made) };
}

function label(args: Arguments, context: GraphqlContext, act: 'add' | 'remove') {
  const { labelableId, labelIds } = inputOf(args);
  const issue = nodeOf(context, labelableId, 'issue');
  requireSubject(context, issue, 'write');
  const ids: readonly unknown[] = Array.isArray(labelIds) ? labelIds : [];
  const labels = ids.map((id) => nodeOf(context, id, 'label'));
  const { world } = context;
  if (act === 'add') addLabels(world, context.actor, issue, labels);
  else for (const each of labels) removeLabel(world, context.actor, issue, each);
  return { labelable: issue };
}

function close(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'issues', 'write');
  const { issueId, stateReason } = inputOf(args);
  const issue = issueOf(context, issueId, false);
  const reason = stateReason === 'NOT_PLANNED' ? 'NOT_PLANNED' : 'COMPLETED';
  closeIssue(context.world, context.actor, issue, reason);
  return { issue };
}

function reopen(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'issues', 'write');
  const issue = issueOf(context, inputOf(args)['issueId'], false);
  reopenIssue(context.world, context.actor, issue);
  return { issue };
}

function updateIssue(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'issues', 'write');
  const { id, title, body } = inputOf(args);
  const issue = issueOf(context, id, false);
  const [newTitle, newBody] = [textOf(title), textOf(body)];
  editIssue(context.world, context.actor, issue, {
    ...(newTitle === undefined ? {} : { title: newTitle }),
    ...(newBody === undefined ? {} : { body: newBody }),
  });
  return { issue };
}

async function createPull(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'pull_requests', 'write');
  const { headRefName, baseRefName, title, body, draft } = inputOf(args);
  const repository = repositoryInput(args, context);
  const [head, base] = [String(headRefName), String(baseRefName)];
  const isTooQuick = context.faults.take(['too-quickly'], 'createPullRequest') !== undefined;
  if (isTooQuick || !context.limits.openPull(context.installation)) {
    throw new Refusal('UNPROCESSABLE', 'was submitted too quickly');
  }
  if (context.faults.take(['not-yet-visible'], 'createPullRequest')) {
    throw new Refusal('UNPROCESSABLE', `No commits between ${base} and ${head}`);
  }
  const isDraft = draft === true;
  const made = { head, base, title: String(title), body: textOf(body) ?? '', isDraft };
  const { world } = context;
  const pullRequest = await repository.git.serially(() =>
    openPull(world, context.actor, repository, made),
  );
  return { pullRequest };
}

function pullIn(args: Arguments, context: GraphqlContext): Issue {
  requireGrant(context, 'pull_requests', 'write');
  return issueOf(context, inputOf(args)['pullRequestId'], true);
}

async function updatePull(args: Arguments, context: GraphqlContext) {
  const pullRequest = pullIn(args, context);
  const { world } = context;
  const { title, body, state, baseRefName } = inputOf(args);
  const [newTitle, newBody, base] = [textOf(title), textOf(body), textOf(baseRefName)];
  if (base !== undefined) await changeBase(world, context.actor, pullRequest, base);
  editIssue(world, context.actor, pullRequest, {
    ...(newTitle === undefined ? {} : { title: newTitle }),
    ...(newBody === undefined ? {} : { body: newBody }),
  });
  if (state === 'CLOSED') closeIssue(world, context.actor, pullRequest);
  if (state === 'OPEN') await reopenIn(pullRequest, context);
  return { pullRequest };
}

function closePull(args: Arguments, context: GraphqlContext) {
  const pullRequest = pullIn(args, context);
  closeIssue(context.world, context.actor, pullRequest);
  return { pullRequest };
}

async function reopenIn(pullRequest: Issue, context: GraphqlContext): Promise<void> {
  const { git } = pullRequest.repository;
  await git.serially(() => reopenPull(context.world, context.actor, pullRequest));
}

/** What writes to issues and pull requests. */
export const issueMutations: Fields<unknown> = {
  addComment: (_, args, context) => comment(args, context),
  updateIssueComment: (_, args, context) => updateComment(args, context),
  deleteIssueComment: (_, args, context) => removeComment(args, context),
  minimizeComment: (_, args, context) => minimize(args, context),
  addReaction: (_, args, context) => react(args, context),
  removeReaction: (_, args, context) => unreact(args, context),
  createLabel: (_, args, context) => makeLabel(args, context),
  addLabelsToLabelable: (_, args, context) => label(args, context, 'add'),
  removeLabelsFromLabelable: (_, args, context) => label(args, context, 'remove'),
  updateIssue: (_, args, context) => updateIssue(args, context),
  closeIssue: (_, args, context) => close(args, context),
  reopenIssue: (_, args, context) => reopen(args, context),
  createPullRequest: (_, args, context) => createPull(args, context),
  updatePullRequest: (_, args, context) => updatePull(args, context),
  closePullRequest: (_, args, context) => closePull(args, context),
  reopenPullRequest: async (_, args, context) => {
    const pullRequest = pullIn(args, context);
    await reopenIn(pullRequest, context);
    return { pullRequest };
  },
};

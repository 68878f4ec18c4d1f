import { addComment, deleteComment, editComment } from '../acts/comments.ts';
import { assign, closeIssue, editIssue, reopenIssue } from '../acts/issues.ts';
import { commentShape, issueShape } from '../shapes/issue-shape.ts';
import type { Comment, Issue } from '../world/model.ts';
import {
  answer,
  commentIn,
  issueIn,
  pageOf,
  type RestCall,
  type RestHandler,
  repositoryIn,
  text,
  textsOf,
} from './call.ts';

const listIssues: RestHandler = (call) => {
  const { query } = call;
  const state = query['state'] ?? 'open';
  const labels = (query['labels'] ?? '').split(',').filter((name) => name !== '');
  const wanted = call.view.issues(repositoryIn(call)).filter((issue) => {
    if (state !== 'all' && issue.isOpen !== (state === 'open')) return false;
    if (query['creator'] !== undefined && issue.author.login !== query['creator']) return false;
    if (query['since'] !== undefined && issue.updatedAt < new Date(query['since'])) return false;
    return labels.every((name) => issue.labels.some((label) => label.name === name));
  });
  if (query['direction'] !== 'asc') wanted.reverse();
  const { items, pages } = pageOf(wanted, call);
  return { status: 200, body: items.map((issue) => shapeOf(call, issue)), pages };
};

function shapeOf(call: RestCall, issue: Issue) {
  return issueShape(issue, call.world, call.addresses);
}

const addAssignees: RestHandler = (call) => {
  const { world, body } = call;
  const issue = issueIn(call);
  assign(world, call.actor, issue, textsOf(body['assignees']));
  return { status: 201, body: shapeOf(call, issue) };
};

const getIssue: RestHandler = (call) => answer(shapeOf(call, issueIn(call)));

const updateIssue: RestHandler = (call) => {
  const { world, body } = call;
  const issue = issueIn(call);
  const [title, changed] = [text(body['title']), text(body['body'])];
  editIssue(world, call.actor, issue, {
    ...(title === undefined ? {} : { title }),
    ...(changed === undefined ? {} : { body: changed }),
  });
  const reason = body['state_reason'] === 'not_planned' ? 'NOT_PLANNED' : 'COMPLETED';
  if (body['state'] === 'closed') closeIssue(world, call.actor, issue, reason);
  if (body['state'] === 'open') reopenIssue(world, call.actor, issue);
  return answer(shapeOf(call, issue));
};

const listComments: RestHandler = (call) => {
  const { since } = call.query;
  const all = issueIn(call).comments;
  const wanted =
    since === undefined ? all : all.filter((each) => each.updatedAt >= new Date(since));
  const { items, pages } = pageOf(wanted, call);
  const shapes = items.map((each) => commentShape(each, call.world, call.addresses));
  return { status: 200, body: shapes, pages };
};

function commentAnswer(call: RestCall, comment: Comment, status = 200) {
  return { status, body: commentShape(comment, call.world, call.addresses) };
}

const getComment: RestHandler = (call) => commentAnswer(call, commentIn(call));

const createComment: RestHandler = (call) => {
  const { world, body } = call;
  const comment = addComment(world, call.actor, issueIn(call), text(body['body']) ?? '');
  return commentAnswer(call, comment, 201);
};

const updateComment: RestHandler = (call) => {
  const comment = commentIn(call);
  editComment(call.world, call.actor, comment, text(call.body['body']) ?? '');
  return commentAnswer(call, comment);
};

const removeComment: RestHandler = (call) => {
  deleteComment(call.world, call.actor, commentIn(call));
  return { status: 204 };
};

/** Issues and comments. */
export const issueHandlers = {
  'issues/list-for-repo': listIssues,
  'issues/add-assignees': addAssignees,
  'issues/get': getIssue,
  'issues/update': updateIssue,
  'issues/list-comments': listComments,
  'issues/get-comment': getComment,
  'issues/create-comment': createComment,
  'issues/update-comment': updateComment,
  'issues/delete-comment': removeComment,
};

import { closeIssue, editIssue } from '../acts/issues.ts';
import { mergeability, openPull, reopenPull, requestReviews } from '../acts/pulls.ts';
import { fileShape, pullShape } from '../shapes/pull-shape.ts';
import type { Issue, Pull } from '../world/model.ts';
import {
  answer,
  issueIn,
  notFound,
  pageOf,
  type RestCall,
  type RestHandler,
  repositoryIn,
  text,
  textsOf,
} from './call.ts';

function pullIn(call: RestCall): { readonly issue: Issue; readonly pull: Pull } {
  const issue = issueIn(call);
  const { pull } = issue;
  if (!pull) throw notFound();
  return { issue, pull };
}

async function shapeOf(call: RestCall, issue: Issue, pull: Pull) {
  return pullShape(issue, pull, await mergeability(issue), call.world, call.addresses);
}

/** GitHub filters by a head that is named with its owner, as `apache:branch`, and ignores any other. */
function isOfHead({ repository, pull }: Issue, head: string | undefined): boolean {
  const [, owner, branch] = /^([^:]+):(.+)$/.exec(head ?? '') ?? [];
  if (owner === undefined) return true;
  const { login } = pull?.fork ?? repository.owner;
  return owner.toLowerCase() === login.toLowerCase() && pull?.headRefName === branch;
}

const listPulls: RestHandler = (call) => {
  const { query } = call;
  const state = query['state'] ?? 'open';
  const wanted = call.view.issues(repositoryIn(call)).flatMap((issue) => {
    const { pull, isOpen } = issue;
    if (!pull || (state !== 'all' && isOpen !== (state === 'open'))) return [];
    if (!isOfHead(issue, query['head'])) return [];
    if (query['base'] !== undefined && pull.baseRefName !== query['base']) return [];
    return [pullShape(issue, pull, null, call.world, call.addresses)];
  });
  if (query['direction'] !== 'asc') wanted.reverse();
  const { items, pages } = pageOf(wanted, call);
  return { status: 200, body: items, pages };
};

const getPull: RestHandler = async (call) => {
  const { issue, pull } = pullIn(call);
  return answer(await shapeOf(call, issue, pull));
};

const createPull: RestHandler = async (call) => {
  const { world, body } = call;
  const repository = repositoryIn(call);
  const [title, head, base] = [body['title'], body['head'], body['base']].map(text);
  const made = {
    title: title ?? '',
    body: text(body['body']) ?? '',
    head: head?.split(':').at(-1) ?? '',
    base: base ?? '',
    isDraft: body['draft'] === true,
  };
  const issue = await repository.git.serially(() => openPull(world, call.actor, repository, made));
  if (!issue.pull) throw new Error('A pull request was made without its branches');
  return { status: 201, body: await shapeOf(call, issue, issue.pull) };
};

const updatePull: RestHandler = async (call) => {
  const { world, body } = call;
  const { issue, pull } = pullIn(call);
  const [title, changed] = [text(body['title']), text(body['body'])];
  editIssue(world, call.actor, issue, {
    ...(title === undefined ? {} : { title }),
    ...(changed === undefined ? {} : { body: changed }),
  });
  if (body['state'] === 'closed') closeIssue(world, call.actor, issue);
  if (body['state'] === 'open') {
    await issue.repository.git.serially(() => reopenPull(world, call.actor, issue));
  }
  return answer(await shapeOf(call, issue, pull));
};

const requestReviewers: RestHandler = async (call) => {
  const { world, body } = call;
  const { issue, pull } = pullIn(call);
  const asked = { people: textsOf(body['reviewers']), teams: textsOf(body['team_reviewers']) };
  requestReviews(world, call.actor, issue, asked);
  const { labels, ...shape } = await shapeOf(call, issue, pull);
  // Here, GitHub's description has no label without a description.
  const described = labels.map((label) => ({ ...label, description: label.description ?? '' }));
  return { status: 201, body: { ...shape, labels: described } };
};

const listFiles: RestHandler = (call) => {
  const { issue, pull } = pullIn(call);
  const { items, pages } = pageOf(pull.changes.files, call);
  const shapes = items.map((file) => fileShape(file, issue, pull.headOid, call.addresses));
  return { status: 200, body: shapes, pages };
};

/** Pull requests. */
export const pullHandlers = {
  'pulls/list': listPulls,
  'pulls/get': getPull,
  'pulls/create': createPull,
  'pulls/update': updatePull,
  'pulls/list-files': listFiles,
  'pulls/request-reviewers': requestReviewers,
};

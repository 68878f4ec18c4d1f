import { timestamp } from '../clock.ts';
import {
  type Comment,
  type Issue,
  type Label,
  type Reaction,
  reactionContents,
} from '../world/model.ts';
import { associationOf } from '../world/roles.ts';
import type { World } from '../world/world.ts';
import { accountShape, assigneesShape, userShape } from './account-shape.ts';
import type { Addresses } from './addresses.ts';
import { repositoryPage, repositoryUrl } from './repository-shape.ts';

/** A time, or nothing, as GitHub writes it. */
export function timestampOrNull(time: Date | null): string | null {
  return time && timestamp(time);
}

/** A label as REST and webhooks show it. */
export function labelShape(label: Label, addresses: Addresses) {
  const url = `${repositoryUrl(label.repository, addresses)}/labels/${encodeURIComponent(label.name)}`;
  const { id, nodeId: node_id, name, color, description } = label;
  return { id, node_id, url, name, color, default: false, description };
}

/** How many reacted in which way. */
function reactionsShape(reactions: readonly Reaction[], subjectUrl: string) {
  const count = (name: string) =>
    reactions.filter(({ content }) => reactionContents[content] === name).length;
  return {
    url: `${subjectUrl}/reactions`,
    total_count: reactions.length,
    '+1': count('+1'),
    '-1': count('-1'),
    laugh: count('laugh'),
    hooray: count('hooray'),
    confused: count('confused'),
    heart: count('heart'),
    rocket: count('rocket'),
    eyes: count('eyes'),
  };
}

/** A reaction as REST shows it. */
export function reactionShape(reaction: Reaction, addresses: Addresses) {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: accountShape(reaction.author, addresses),
    content: reactionContents[reaction.content],
    created_at: timestamp(reaction.createdAt),
  };
}

/** Where an issue or a pull request is shown. */
export function issuePage(issue: Issue, addresses: Addresses): string {
  const kind = issue.pull ? 'pull' : 'issues';
  return `${repositoryPage(issue.repository, addresses)}/${kind}/${issue.number}`;
}

/** An issue, or a pull request as an issue, as REST and webhooks show it. */
export function issueShape(issue: Issue, world: World, addresses: Addresses) {
  const repositoryAddress = repositoryUrl(issue.repository, addresses);
  const url = `${repositoryAddress}/issues/${issue.number}`;
  return {
    url,
    repository_url: repositoryAddress,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issuePage(issue, addresses),
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: userShape(issue.author, addresses),
    labels: issue.labels.map((label) => labelShape(label, addresses)),
    state: issue.isOpen ? 'open' : 'closed',
    locked: issue.isLocked,
    ...assigneesShape(issue, world, addresses),
    milestone: null,
    comments: issue.comments.length,
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    closed_at: timestampOrNull(issue.closedAt),
    author_association: associationOf(issue.author, issue.repository),
    active_lock_reason: null,
    body: issue.body === '' ? null : issue.body,
    closed_by: issue.closedBy && userShape(issue.closedBy, addresses),
    reactions: reactionsShape(issue.reactions, url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: issue.stateReason?.toLowerCase() ?? null,
    ...(issue.pull ? { pull_request: pullReference(issue, addresses) } : {}),
  };
}

function pullReference(issue: Issue, addresses: Addresses) {
  const page = issuePage(issue, addresses);
  return {
    url: `${repositoryUrl(issue.repository, addresses)}/pulls/${issue.number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: timestampOrNull(issue.pull?.merged?.at ?? null),
  };
}

/** A comment as REST and webhooks show it. */
export function commentShape(comment: Comment, _world: World, addresses: Addresses) {
  const { issue } = comment;
  const repositoryAddress = repositoryUrl(issue.repository, addresses);
  const url = `${repositoryAddress}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${issuePage(issue, addresses)}#issuecomment-${comment.id}`,
    issue_url: `${repositoryAddress}/issues/${issue.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: userShape(comment.author, addresses),
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
    author_association: associationOf(comment.author, issue.repository),
    body: comment.body,
    reactions: reactionsShape(comment.reactions, url),
    performed_via_github_app: null,
  };
}

import { closingReferences } from '../../acts/closing-references.ts';
import { mergeability } from '../../acts/pulls.ts';
import { timestamp } from '../../clock.ts';
import { issuePage, labelShape, timestampOrNull } from '../../shapes/issue-shape.ts';
import {
  type Account,
  type Comment,
  type Issue,
  type Label,
  type Pull,
  type Reaction,
  type ReactionContent,
  reactionContents,
} from '../../world/model.ts';
import { associationOf } from '../../world/roles.ts';
import { connect } from '../connection.ts';
import { type Fields, type GraphqlContext, readObject, readRef } from '../context.ts';
import { renderBody } from '../render-body.ts';
import { timelineItems } from './timeline-fields.ts';

const nodeIdOf = ({ nodeId }: { readonly nodeId: string }) => nodeId;

/** An account that is deleted is nobody's. */
function thereOrNull(account: Account): Account | null {
  return account.isGone ? null : account;
}

interface ReactionGroup {
  readonly subject: Issue | Comment;
  readonly content: ReactionContent;
}

function reactionGroups(subject: Issue | Comment): ReactionGroup[] {
  const contents = Object.keys(reactionContents) as ReactionContent[];
  return contents.map((content) => ({ subject, content }));
}

/** The reactions of a kind to one thing. */
export const reactionGroupFields: Fields<ReactionGroup> = {
  content: ({ content }) => content,
  createdAt: ({ subject, content }) => {
    const first = subject.reactions.find((each) => each.content === content);
    return timestampOrNull(first?.createdAt ?? null);
  },
  subject: ({ subject }) => subject,
  viewerHasReacted: ({ subject, content }, _, { actor }) =>
    subject.reactions.some((each) => each.content === content && each.author === actor),
  reactors: ({ subject, content }, args) => {
    const reactions = subject.reactions.filter(
      (each) => each.content === content && !each.author.isGone,
    );
    const { edges, nodes: _, ...connection } = connect('reactors', reactions, args, nodeIdOf);
    return {
      ...connection,
      nodes: edges.map(({ node }) => node.author),
      edges: edges.map(({ cursor, node }) => {
        return { cursor, node: node.author, reactedAt: timestamp(node.createdAt) };
      }),
    };
  },
};

/** What issues, pull requests and comments have in common. */
function textFields<Text extends Issue | Comment>(): Fields<Text> {
  return {
    id: nodeIdOf,
    databaseId: ({ id }) => id,
    fullDatabaseId: ({ id }) => String(id),
    author: ({ author }) => thereOrNull(author),
    body: ({ body }) => body,
    bodyText: ({ body }) => body,
    bodyHTML: ({ body }, _, { attachments }) => renderBody(body, attachments),
    createdAt: ({ createdAt }) => timestamp(createdAt),
    updatedAt: ({ updatedAt }) => timestamp(updatedAt),
    lastEditedAt: ({ lastEditedAt }) => timestampOrNull(lastEditedAt),
    includesCreatedEdit: ({ lastEditedAt }) => lastEditedAt !== null,
    viewerDidAuthor: ({ author }, _, { actor }) => author === actor,
    reactionGroups,
    reactions: (subject, args) => {
      const { content } = args;
      const wanted = subject.reactions.filter((each) => !content || each.content === content);
      return connect('reactions', wanted, args, nodeIdOf);
    },
  };
}

/** A reaction. Its user is null where a bot reacted: only users are shown there. */
export const reactionFields: Fields<Reaction> = {
  id: nodeIdOf,
  databaseId: ({ id }) => id,
  content: ({ content }) => content,
  createdAt: ({ createdAt }) => timestamp(createdAt),
  reactable: ({ subject }) => subject,
  user: ({ author }) => (author.type === 'User' ? thereOrNull(author) : null),
};

/** A comment. */
export const commentFields: Fields<Comment> = {
  ...textFields<Comment>(),
  issue: ({ issue }) => (issue.pull ? { ...issue, pull: undefined } : issue),
  pullRequest: ({ issue }) => (issue.pull ? issue : null),
  repository: ({ issue }) => issue.repository,
  isMinimized: ({ minimizedReason }) => minimizedReason !== null,
  minimizedReason: ({ minimizedReason }) => minimizedReason?.toLowerCase() ?? null,
  authorAssociation: ({ author, issue }) => associationOf(author, issue.repository),
  url: ({ issue, id }, _, { addresses }) => `${issuePage(issue, addresses)}#issuecomment-${id}`,
};

const sharedFields: Fields<Issue> = {
  ...textFields<Issue>(),
  number: ({ number }) => number,
  title: ({ title }) => title,
  repository: ({ repository }) => repository,
  locked: ({ isLocked }) => isLocked,
  closed: ({ isOpen }) => !isOpen,
  closedAt: ({ closedAt }) => timestampOrNull(closedAt),
  authorAssociation: ({ author, repository }) => associationOf(author, repository),
  url: (issue, _, { addresses }) => issuePage(issue, addresses),
  comments: (issue, args) => {
    // The one order there is beside that of their making is by their last change.
    const order = args['orderBy'] as { readonly direction: string } | undefined;
    const byUpdate = issue.comments.toSorted(
      (one, other) => one.updatedAt.getTime() - other.updatedAt.getTime(),
    );
    const ordered = order?.direction === 'DESC' ? byUpdate.toReversed() : byUpdate;
    const connection = connect('comments', order ? ordered : issue.comments, args, nodeIdOf);
    const nodes = connection.nodes.map((node) => (node.isHidden ? null : node));
    return { ...connection, nodes };
  },
  labels: (issue, args) => connect('labels', issue.labels, args, nodeIdOf),
  timelineItems,
};

/** An issue that is no pull request. */
export const issueFields: Fields<Issue> = {
  ...sharedFields,
  state: ({ isOpen }) => (isOpen ? 'OPEN' : 'CLOSED'),
  stateReason: ({ stateReason }) => stateReason,
  closedByPullRequestsReferences: (issue, args, { view }) => {
    const naming = view.issues(issue.repository).filter((each) => {
      const isShown = each.isOpen || args['includeClosedPrs'] === true || each.pull?.merged;
      return each.pull && isShown && closingReferences(each.body).includes(issue.number);
    });
    return connect('closedByPullRequestsReferences', naming, args, nodeIdOf);
  },
};

function pullOf({ pull }: Issue): Pull {
  if (!pull) throw new Error('An issue was asked for what only pull requests have');
  return pull;
}

async function mergeable(issue: Issue): Promise<string> {
  const can = await mergeability(issue);
  return can === null ? 'UNKNOWN' : can ? 'MERGEABLE' : 'CONFLICTING';
}

/** A pull request. */
export const pullFields: Fields<Issue> = {
  ...sharedFields,
  fullDatabaseId: (issue) => String(pullOf(issue).id),
  databaseId: (issue) => pullOf(issue).id,
  state: ({ isOpen, pull }) => (isOpen ? 'OPEN' : pull?.merged ? 'MERGED' : 'CLOSED'),
  isDraft: ({ pull }) => pull?.isDraft ?? false,
  isCrossRepository: (issue) => pullOf(issue).fork !== null,
  merged: (issue) => pullOf(issue).merged !== null,
  mergedAt: (issue) => timestampOrNull(pullOf(issue).merged?.at ?? null),
  mergedBy: (issue) => {
    const { merged } = pullOf(issue);
    return merged && thereOrNull(merged.by);
  },
  mergeCommit: (issue) => {
    const { merged } = pullOf(issue);
    return merged && readObject(issue.repository, merged.oid);
  },
  mergeable,
  headRefName: (issue) => pullOf(issue).headRefName,
  headRefOid: (issue) => pullOf(issue).headOid,
  headRef: (issue) => {
    const { headRefName, fork } = pullOf(issue);
    return fork ? null : readRef(issue.repository, `refs/heads/${headRefName}`);
  },
  headRepository: ({ repository, pull }) => (pull?.fork ? null : repository),
  baseRefName: (issue) => pullOf(issue).baseRefName,
  baseRefOid: (issue) => pullOf(issue).baseOid,
  baseRef: (issue) => readRef(issue.repository, `refs/heads/${pullOf(issue).baseRefName}`),
  baseRepository: ({ repository }) => repository,
  additions: (issue) => pullOf(issue).changes.additions,
  deletions: (issue) => pullOf(issue).changes.deletions,
  changedFiles: (issue) => pullOf(issue).changes.files.length,
  files: (issue, args) => connect('files', pullOf(issue).changes.files, args, ({ path }) => path),
  commits,
  closingIssuesReferences: (issue, args, { view }) => {
    const numbers = closingReferences(issue.body);
    const named = numbers.flatMap((number) => view.issue(issue.repository, number) ?? []);
    return connect('closingIssuesReferences', named, args, nodeIdOf);
  },
};

async function commits(issue: Issue, args: Readonly<Record<string, unknown>>) {
  const { git } = issue.repository;
  const { baseOid, headOid } = pullOf(issue);
  const oids = await git.commitsBetween(baseOid, headOid);
  const nodes = oids.map((oid) => ({ oid, issue }));
  return connect('commits', nodes, args, ({ oid }) => oid);
}

/** A commit of a pull request. */
export const pullCommitFields: Fields<{ readonly oid: string; readonly issue: Issue }> = {
  id: ({ oid, issue }) => `PURC_${issue.id}_${oid}`,
  commit: ({ oid, issue }) => readObject(issue.repository, oid),
  pullRequest: ({ issue }) => issue,
};

/** A file that a pull request changes. */
export const pullFileFields: Fields<Pull['changes']['files'][number]> = {
  path: ({ path }) => path,
  additions: ({ additions }) => additions,
  deletions: ({ deletions }) => deletions,
  changeType: ({ status }) =>
    ({ added: 'ADDED', modified: 'MODIFIED', removed: 'DELETED' })[status],
};

/** A label. */
export const labelFields: Fields<Label> = {
  id: nodeIdOf,
  name: ({ name }) => name,
  color: ({ color }) => color,
  description: ({ description }) => description,
  isDefault: () => false,
  createdAt: ({ createdAt }) => timestamp(createdAt),
  repository: ({ repository }) => repository,
  url: (label, _, { addresses }: GraphqlContext) => labelShape(label, addresses).url,
};

import type { GithubClient } from '../client/github-client.ts';
import { authorOf } from '../nodes/author.ts';
import { nodesOf } from '../nodes/connection.ts';
import { dateOf } from '../nodes/date-of.ts';
import { type CommentFacts, reactionsIn, readThread } from '../nodes/thread.ts';
import type { RepositoryNode } from './submission-document.ts';
import type { IssueFacts, OtherPull } from './submission-snapshot.ts';

/** Reads the issue, or what has its number instead. @throws RequestFailed */
export async function readSubject(
  client: GithubClient,
  node: RepositoryNode['issueOrPullRequest'],
): Promise<IssueFacts | OtherPull | 'gone'> {
  if (node === null) return 'gone';
  const thread = await readThread(client, node.id, node);
  if (node.__typename === 'PullRequest') {
    const isOurs = node.viewerDidAuthor && !node.isCrossRepository;
    return {
      kind: 'pull',
      id: node.id,
      number: node.number,
      updatedAt: new Date(node.updatedAt),
      branch: node.headRefName,
      isOurs,
      thread,
    };
  }
  const [reopened] = nodesOf(node.reopened);
  return {
    kind: 'issue',
    id: node.id,
    number: node.number,
    title: node.title,
    body: node.body,
    bodyHtml: node.bodyHTML,
    isOpen: node.state === 'OPEN',
    isLocked: node.locked,
    createdAt: new Date(node.createdAt),
    updatedAt: new Date(node.updatedAt),
    editedAt: dateOf(node.lastEditedAt),
    closedAt: dateOf(node.closedAt),
    reopenedAt: dateOf(reopened?.createdAt),
    author: authorOf(node.author),
    labels: nodesOf(node.labels).map(({ name }) => name),
    labelsTakenOff: nodesOf(node.unlabeled).flatMap(({ label }) => label?.name ?? []),
    thread: [ownText(node), ...thread],
  };
}

type IssueNode = Extract<RepositoryNode['issueOrPullRequest'], { readonly __typename: 'Issue' }>;

/** An issue's text, as a comment. */
function ownText(node: IssueNode): CommentFacts {
  return {
    id: node.id,
    sequence: 0n,
    url: node.url,
    body: node.body,
    createdAt: new Date(node.createdAt),
    updatedAt: new Date(node.updatedAt),
    editedAt: dateOf(node.lastEditedAt),
    author: authorOf(node.author),
    isOurs: false,
    isMinimized: false,
    reactions: reactionsIn(node),
  };
}

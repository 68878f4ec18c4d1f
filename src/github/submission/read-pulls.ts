import { hasClosingNotice } from '../../words/pull-notice.ts';
import type { GithubClient } from '../client/github-client.ts';
import type { PullFragment } from '../generated/operations.ts';
import { nodesOf } from '../nodes/connection.ts';
import { dateOf } from '../nodes/date-of.ts';
import { readThread, type ThreadFragment } from '../nodes/thread.ts';
import { ourPullsOf, readBranches } from './own-branches.ts';
import type { RepositoryNode } from './submission-document.ts';
import type { SubmissionRequest } from './submission-request.ts';
import type { OurPull, PullFacts } from './submission-snapshot.ts';

/** Reads our pull requests for the issue, the newest first. @param bot our login, without `[bot]` @throws RequestFailed */
export function readPulls(
  client: GithubClient,
  repository: RepositoryNode,
  bot: string,
): Promise<readonly PullFacts[]> {
  return Promise.all(ownPulls(repository).map((pull) => readPull(client, pull, bot)));
}

/**
 * Reads our pull requests for whatever issue, the newest first: all that are open, and of the others the newest.
 *
 * @returns nothing where they were not asked for
 * @throws RequestFailed
 */
export async function readOtherPulls(
  client: GithubClient,
  { repository, branchPrefix }: SubmissionRequest,
  { others, branches: first }: RepositoryNode,
): Promise<readonly OurPull[] | undefined> {
  if (!others) return undefined;
  const branches = await readBranches(client, repository, branchPrefix, first);
  const found = [...ourPullsOf(nodesOf(others)), ...branches.flatMap(({ pulls }) => pulls)];
  const each = new Map(found.map((pull) => [pull.number, pull]));
  return [...each.values()].sort((one, other) => other.number - one.number);
}

/** A pull request that may be ours, with some of its comments. */
type PullNode = PullFragment & ThreadFragment;

/** The newest, those with the label, and those of the branch may be the same: of the newest more comments were asked for. */
function ownPulls({ newestPulls, labelledPulls, branch }: RepositoryNode): readonly PullNode[] {
  const nodes: readonly PullNode[] = [
    ...nodesOf(branch?.open),
    ...nodesOf(labelledPulls),
    ...nodesOf(newestPulls),
  ];
  const found = nodes.filter((pull) => pull.viewerDidAuthor && !pull.isCrossRepository);
  const each = new Map(found.map((pull) => [pull.id, pull]));
  return [...each.values()].sort((one, other) => other.number - one.number);
}

async function readPull(client: GithubClient, node: PullNode, bot: string): Promise<PullFacts> {
  const { id, number, state, title, body, labels } = node;
  const [closing] = nodesOf(node.closed);
  const actor = closing?.actor;
  const isByAccount = actor?.login.replace(/\[bot\]$/, '') === bot;
  const isOurDoing = client.account.isShared ? hasClosingNotice(body) : actor?.__typename === 'Bot';
  const byUs = isByAccount && isOurDoing;
  const closedAt = state === 'CLOSED' ? dateOf(node.closedAt) : undefined;
  return {
    id,
    number,
    state,
    title,
    body,
    headOid: node.headRefOid,
    base: node.baseRefName,
    updatedAt: new Date(node.updatedAt),
    mergedAt: dateOf(node.mergedAt),
    closed: closedAt && { at: closedAt, byUs },
    labels: nodesOf(labels).map(({ name }) => name),
    thread: await readThread(client, id, node),
  };
}

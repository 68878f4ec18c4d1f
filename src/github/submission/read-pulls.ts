import type { GithubClient } from '../client/github-client.ts';
import { dateOf } from '../nodes/date-of.ts';
import { readThread } from '../nodes/thread.ts';
import { ourPullsOf, readBranches } from './own-branches.ts';
import type { PullNode, RepositoryNode } from './submission-nodes.ts';
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
  const found = [...ourPullsOf(others.nodes), ...branches.flatMap(({ pulls }) => pulls)];
  const each = new Map(found.map((pull) => [pull.number, pull]));
  return [...each.values()].sort((one, other) => other.number - one.number);
}

/** The newest, those with the label, and those of the branch may be the same: of the newest more comments were asked for. */
function ownPulls({ newestPulls, labelledPulls, branch }: RepositoryNode): readonly PullNode[] {
  const nodes = [...(branch?.open.nodes ?? []), ...labelledPulls.nodes, ...newestPulls.nodes];
  const found = nodes.filter((pull) => pull.viewerDidAuthor && !pull.isCrossRepository);
  const each = new Map(found.map((pull) => [pull.id, pull]));
  return [...each.values()].sort((one, other) => other.number - one.number);
}

async function readPull(client: GithubClient, node: PullNode, bot: string): Promise<PullFacts> {
  const { id, number, state, title, body, labels } = node;
  const actor = node.closed.nodes[0]?.actor;
  const byUs = actor?.__typename === 'Bot' && actor.login.replace(/\[bot\]$/, '') === bot;
  const closedAt = state === 'CLOSED' ? dateOf(node.closedAt) : undefined;
  return {
    id,
    number,
    state,
    title,
    body,
    headOid: node.headRefOid,
    base: node.baseRefName,
    mergedAt: dateOf(node.mergedAt),
    closed: closedAt && { at: closedAt, byUs },
    labels: labels.nodes.map(({ name }) => name),
    thread: await readThread(client, id, node),
  };
}

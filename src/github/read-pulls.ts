import { dateOf } from './date-of.ts';
import type { GithubClient } from './github-client.ts';
import type { PullNode, RepositoryNode } from './submission-nodes.ts';
import type { OurPull, PullFacts } from './submission-snapshot.ts';
import { readThread } from './thread.ts';

/** Reads our pull requests for the issue, the newest first. @param bot our login, without `[bot]` @throws RequestFailed */
export function readPulls(
  client: GithubClient,
  repository: RepositoryNode,
  bot: string,
): Promise<readonly PullFacts[]> {
  return Promise.all(ownPulls(repository).map((pull) => readPull(client, pull, bot)));
}

/** Our pull requests for whatever issue, the newest first; nothing where they were not asked for. */
export function otherPullsOf({
  others,
  openOthers,
}: RepositoryNode): readonly OurPull[] | undefined {
  if (!others) return undefined;
  const found = [...others.nodes, ...(openOthers?.nodes ?? [])].filter(
    ({ viewerDidAuthor }) => viewerDidAuthor,
  );
  const each = new Map(found.map((pull) => [pull.number, pull]));
  return Array.from(each.values(), ({ number, state, createdAt, body }) => ({
    number,
    isOpen: state === 'OPEN',
    createdAt: new Date(createdAt),
    body,
  })).sort((one, other) => other.number - one.number);
}

/** The newest and those with the label may be the same: of the newest more comments were asked for. */
function ownPulls({ newestPulls, labelledPulls }: RepositoryNode): readonly PullNode[] {
  const found = [...labelledPulls.nodes, ...newestPulls.nodes].filter(
    (pull) => pull.viewerDidAuthor && !pull.isCrossRepository,
  );
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
    mergedAt: dateOf(node.mergedAt),
    closed: closedAt && { at: closedAt, byUs },
    labels: labels.nodes.map(({ name }) => name),
    thread: await readThread(client, id, node),
  };
}

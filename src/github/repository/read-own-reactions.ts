import type { Reaction } from '../changes/mutations.ts';
import type { GithubClient } from '../client/github-client.ts';
import type { CommentFacts } from '../nodes/thread.ts';

/** When we reacted to comments, by the comments' ids. */
export type OwnReactions = ReadonlyMap<string, CommentFacts['reactions']>;

interface ReactionsData {
  readonly viewer: { readonly login: string };
  readonly nodes: readonly ({
    readonly id?: string;
    readonly reactionGroups?: readonly GroupNode[] | null;
  } | null)[];
}

interface GroupNode {
  readonly content: string;
  readonly viewerHasReacted: boolean;
  readonly reactors: { readonly edges: readonly ReactorEdge[] };
}

interface ReactorEdge {
  readonly reactedAt: string;
  readonly node: { readonly __typename: string; readonly login?: string };
}

const document = `query Reactions($ids: [ID!]!) {
  viewer { login }
  rateLimit { remaining }
  nodes(ids: $ids) {
    ... on IssueComment {
      id
      reactionGroups {
        content viewerHasReacted
        reactors(first: 100) { edges { reactedAt node { __typename ... on Bot { login } } } }
      }
    }
  }
}`;

/** GitHub takes so many ids at once. */
export const mostReactionIds = 100;

/**
 * Reads when we ourselves reacted. The date of a `reactionGroup` is the first reactor's, whoever that is; `reactors` names
 * bots too, which `reactions` does not.
 *
 * @param ids of comments, at most `mostReactionIds`
 * @throws RequestFailed
 */
export async function readOwnReactions(
  client: GithubClient,
  ids: readonly string[],
): Promise<OwnReactions> {
  const { data } = await client.query<ReactionsData>(document, { ids });
  return new Map(
    data.nodes.flatMap((node): [string, CommentFacts['reactions']][] =>
      node?.id === undefined ? [] : [[node.id, ownOf(node.reactionGroups ?? [], data.viewer)]],
    ),
  );
}

function ownOf(
  groups: readonly GroupNode[],
  viewer: ReactionsData['viewer'],
): CommentFacts['reactions'] {
  const bot = (login = '') => login.replace(/\[bot\]$/, '');
  const isOurs = ({ node }: ReactorEdge) =>
    node.__typename === 'Bot' && bot(node.login) === bot(viewer.login);
  return new Map(
    groups.flatMap(({ content, viewerHasReacted, reactors: { edges } }): [Reaction, Date][] => {
      // With so many before us, the last of them is near enough.
      const own = edges.find(isOurs) ?? edges.at(-1);
      return viewerHasReacted && own ? [[content as Reaction, new Date(own.reactedAt)]] : [];
    }),
  );
}

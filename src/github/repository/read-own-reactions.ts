import { isReaction, type Reaction } from '../changes/reaction.ts';
import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import type { ReactionGroupFragment } from '../generated/operations.ts';
import type { CommentFacts } from '../nodes/thread.ts';

/** When we reacted to comments, by the comments' ids. */
export type OwnReactions = ReadonlyMap<string, CommentFacts['reactions']>;

/** @internal */
export const reactionsDocument = typedDocument(`query Reactions($ids: [ID!]!) {
  viewer { login }
  rateLimit { remaining }
  nodes(ids: $ids) {
    ... on IssueComment {
      id
      reactionGroups { ...reactionGroup }
    }
  }
}
fragment reactionGroup on ReactionGroup {
  content viewerHasReacted
  reactors(first: 100) { edges { reactedAt node { __typename ... on Bot { login } } } }
}`);

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
  const { data } = await client.query(reactionsDocument, { ids });
  return new Map(
    data.nodes.flatMap((node): [string, CommentFacts['reactions']][] =>
      node?.id === undefined
        ? []
        : [[node.id, ownOf(node.reactionGroups ?? [], data.viewer.login)]],
    ),
  );
}

/** @param viewer our login */
function ownOf(
  groups: readonly ReactionGroupFragment[],
  viewer: string,
): CommentFacts['reactions'] {
  const bot = (login: string) => login.replace(/\[bot\]$/, '');
  return new Map(
    groups.flatMap(({ content, viewerHasReacted, reactors }): [Reaction, Date][] => {
      const edges = (reactors.edges ?? []).filter((edge) => edge !== null);
      const isOurs = ({ node }: (typeof edges)[number]) =>
        node.__typename === 'Bot' && bot(node.login) === bot(viewer);
      // With so many before us, the last of them is near enough.
      const own = edges.find(isOurs) ?? edges.at(-1);
      return viewerHasReacted && own && isReaction(content)
        ? [[content, new Date(own.reactedAt)]]
        : [];
    }),
  );
}

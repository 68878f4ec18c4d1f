import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';

/** @internal */
export const textsDocument = typedDocument(`query Texts($ids: [ID!]!) {
  rateLimit { remaining }
  nodes(ids: $ids) {
    ... on Issue { id body }
    ... on IssueComment { id body }
  }
}`);

/** Each text has up to 65,536 characters: so many of them GitHub answers well within its time. */
const atOnce = 50;

/**
 * Reads the texts of issues and comments.
 *
 * @returns them by node id; those that are gone are empty, those that could not be read are missing
 */
export async function readTexts(
  client: GithubClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let start = 0; start < ids.length; start += atOnce) {
    const asked = ids.slice(start, start + atOnce);
    try {
      const { data } = await client.query(textsDocument, { ids: asked });
      for (const id of asked) texts.set(id, '');
      for (const node of data.nodes) if (node?.id) texts.set(node.id, node.body ?? '');
    } catch {
      // Whoever asks has to reckon with anything there.
    }
  }
  return texts;
}

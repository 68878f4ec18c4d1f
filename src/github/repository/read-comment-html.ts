import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';

/** @internal */
export const commentDocument = typedDocument(`query Comment($id: ID!) {
  rateLimit { remaining }
  node(id: $id) { ... on IssueComment { bodyHTML } }
}`);

/** A comment as GitHub shows it, with signed addresses of its pictures; empty where it is gone. @throws RequestFailed */
export async function readCommentHtml(client: GithubClient, id: string): Promise<string> {
  const { data } = await client.query(commentDocument, { id });
  return data.node?.bodyHTML ?? '';
}

import type { GithubClient } from '../client/github-client.ts';

interface CommentData {
  readonly node: { readonly bodyHTML?: string } | null;
}

const document = 'query Comment($id: ID!) { node(id: $id) { ... on IssueComment { bodyHTML } } }';

/** A comment as GitHub shows it, with signed addresses of its pictures; empty where it is gone. @throws RequestFailed */
export async function readCommentHtml(client: GithubClient, id: string): Promise<string> {
  const { data } = await client.query<CommentData>(document, { id });
  return data.node?.bodyHTML ?? '';
}

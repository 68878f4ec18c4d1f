import * as z from 'zod';
import { type GithubClient, RequestFailed } from '../client/github-client.ts';
import type { Author } from '../nodes/author.ts';
import type { RepositoryName } from '../repository-name.ts';

/** As `permission` or `role_name`: the latter may be a name of the organization's own, the former is what that stands for. */
const writing = ['write', 'maintain', 'admin'];

const permissionAnswer = z.object({
  permission: z.string(),
  role_name: z.string().optional(),
  user: z.object({ id: z.int() }).nullish(),
});

/**
 * Whether an account may push to a repository, be it by itself, through a team or as an owner. REST counts all of them
 * ("the highest role … considering all sources of grants"); GraphQL's `collaborators` shows an app nobody whose access
 * comes through a team.
 *
 * @throws RequestFailed
 */
export async function mayWrite(
  client: GithubClient,
  { owner, name }: RepositoryName,
  { login, id }: Author,
): Promise<boolean> {
  // One without a number is no account of this GitHub, and somebody else may have its name.
  if (id === undefined) return false;
  try {
    const { data } = await client.rest(
      'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      { owner, repo: name, username: login },
    );
    const { permission, role_name: role = '', user } = permissionAnswer.parse(data);
    return user?.id === id && (writing.includes(permission) || writing.includes(role));
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return false;
    throw error;
  }
}

import type { RepositoryName } from '../../github/repository-name.ts';
import type { Services } from '../services.ts';

/**
 * Shows that a command was seen, before its job has its turn. Only where we are configured: anywhere else we are silent.
 *
 * @param commentId GitHub's node id
 * @throws RequestFailed
 */
export async function acknowledge(
  commentId: string,
  repository: RepositoryName,
  { client, configurations }: Services,
): Promise<void> {
  if (!(await configurations.get(client, repository))) return;
  await client.apply([{ kind: 'add-reaction', commentId, reaction: 'EYES' }]);
}

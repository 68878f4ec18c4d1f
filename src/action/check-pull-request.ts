import { checkPull, mayTouch } from '../check/pull/check-pull.ts';
import { describePullCheck } from '../check/pull/describe-pull-check.ts';
import type { GithubClient } from '../github/client/github-client.ts';
import type { CheckRunContent } from '../github/pull-check/check-runs.ts';
import { readChangedFiles } from '../github/pull-check/read-changed-files.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { ConfigurationCache } from '../reconcile/observe/configuration-cache.ts';
import { loadTemplates } from '../templates.ts';

/**
 * Checks a pull request, by reading alone: a fork's workflow may do no more.
 *
 * @returns undefined where it touches nothing that is checked
 * @throws RequestFailed, Limited
 */
export async function checkPullRequest(
  client: GithubClient,
  repository: RepositoryName,
  number: number,
  configurations: ConfigurationCache,
): Promise<CheckRunContent | undefined> {
  const change = await readChangedFiles(client, repository, number);
  const known = await configurations.get(client, repository);
  const configuration = known?.read.ok ? known.read.value : undefined;
  if (!change || !mayTouch(change, client.configurationPath, configuration)) return undefined;
  const report = await checkPull(client, repository, change);
  return report && describePullCheck(report, loadTemplates(report.language));
}

import { checkPull } from '../check/pull/check-pull.ts';
import { describePullCheck } from '../check/pull/describe-pull-check.ts';
import type { GithubClient } from '../github/client/github-client.ts';
import type { CheckRunContent } from '../github/pull-check/check-runs.ts';
import { type ChangedFiles, readChangedFiles } from '../github/pull-check/read-changed-files.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { ConfigurationCache } from '../reconcile/observe/configuration-cache.ts';
import { loadTemplates } from '../templates.ts';
import type { Clock } from '../time/clock.ts';
import type { PullToCheck } from './pull-to-check.ts';

/** A commit of a pull request that is checked. */
export type PullCommit = Omit<PullToCheck, 'isOurs'>;

/** What GitHub does not show yet is read again after so many milliseconds, then after twice as long each time. */
const firstDelay = 1_000;
/** A quarter of a minute in all. */
const mostReads = 5;

/**
 * Checks a commit of a pull request, by reading alone: a fork's workflow may do no more.
 *
 * @returns undefined where it touches nothing that is checked
 * @throws RequestFailed, Limited
 */
export async function checkPullRequest(
  client: GithubClient,
  repository: RepositoryName,
  pull: PullCommit,
  { configurations, clock }: { configurations: ConfigurationCache; clock: Clock },
): Promise<CheckRunContent | undefined> {
  const change = await readChange(client, repository, pull, clock);
  if (!change) return undefined;
  const known = await configurations.get(client, repository);
  const report = await checkPull(client, repository, change, known?.read);
  return (
    report && describePullCheck(report, loadTemplates(report.language, client.configurationPath))
  );
}

/** What the commit of the event changes, which GitHub need not show yet, or shows no more: its files are then not known. */
async function readChange(
  client: GithubClient,
  repository: RepositoryName,
  { number, headOid, changedAt }: PullCommit,
  clock: Clock,
): Promise<ChangedFiles | undefined> {
  for (let read = 1; ; read++) {
    const change = await readChangedFiles(client, repository, number);
    const isShown = change?.headOid === headOid;
    const age = changedAt - (change?.updatedAt.getTime() ?? 0);
    const isBehind = isShown ? age > 0 : age >= 0;
    if (isBehind && read < mostReads) {
      await clock.wait(firstDelay * 2 ** (read - 1));
      continue;
    }
    if (!change || isShown) return change;
    return { ...change, headOid, mayBeMore: true };
  }
}

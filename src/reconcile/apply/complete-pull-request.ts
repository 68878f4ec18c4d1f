import type { PullRequestConfiguration } from '../../config/configuration.ts';
import { RequestFailed } from '../../github/client/github-client.ts';
import type { RepositoryFacts } from '../../github/submission/submission-snapshot.ts';
import type { Services } from '../services.ts';

/** What a reviewer who is a team begins with. */
const team = 'team:';

/**
 * Gives a new pull request the labels, assignees and reviewers that the configuration wants. Somebody of a wrong name must not
 * keep a submission from going on: what GitHub refuses is logged.
 *
 * @param number of the pull request
 * @throws RequestFailed where no answer came; Limited
 */
export async function completePullRequest(
  number: number,
  { owner, name }: Pick<RepositoryFacts, 'owner' | 'name'>,
  { labels, assignees, reviewers }: PullRequestConfiguration,
  { client, logger }: Pick<Services, 'client' | 'logger'>,
): Promise<void> {
  const set = async (route: string, parameters: object, isWanted: boolean): Promise<void> => {
    if (!isWanted) return;
    try {
      await client.rest(route, { owner, repo: name, ...parameters });
    } catch (error) {
      if (!(error instanceof RequestFailed) || !error.isRefusal) throw error;
      const what = { owner, name, number, route, error };
      logger.warn('A setting of a pull request was refused', what);
    }
  };
  const issue = 'POST /repos/{owner}/{repo}/issues/{issue_number}';
  await set(`${issue}/labels`, { issue_number: number, labels }, labels.length > 0);
  await set(`${issue}/assignees`, { issue_number: number, assignees }, assignees.length > 0);
  const teams = reviewers.filter((each) => each.startsWith(team));
  await set(
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    {
      pull_number: number,
      reviewers: reviewers.filter((each) => !teams.includes(each)),
      team_reviewers: teams.map((each) => each.slice(team.length)),
    },
    reviewers.length > 0,
  );
}

import type { AppRegistration } from '../apps/app-registration.ts';
import { timestamp } from '../clock.ts';
import type { CommitObject } from '../git/git-objects.ts';
import type { CheckRun, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Addresses } from './addresses.ts';
import { appShape } from './app-shape.ts';
import { timestampOrNull } from './issue-shape.ts';
import { repositoryPage, repositoryUrl } from './repository-shape.ts';

/** What shapes of checks are made with. */
export interface CheckContext {
  readonly world: World;
  readonly app: AppRegistration;
  readonly addresses: Addresses;
}

/** A check run as REST and webhooks show it. */
export function checkRunShape(run: CheckRun, repository: Repository, context: CheckContext) {
  const { world, app, addresses } = context;
  const url = `${repositoryUrl(repository, addresses)}/check-runs/${run.id}`;
  const page = `${repositoryPage(repository, addresses)}/runs/${run.id}`;
  const { id, name, status, conclusion, title, summary, text } = run;
  return {
    id,
    name,
    node_id: run.nodeId,
    head_sha: run.headOid,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? (app.url || page),
    status,
    conclusion,
    started_at: timestamp(run.startedAt),
    completed_at: timestampOrNull(run.completedAt),
    output: {
      title,
      summary,
      text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: suiteId(run, repository) },
    app: appShape(app, world, addresses),
    pull_requests: pullsOf(run, repository, addresses),
  };
}

/** All that the app has of a commit, as webhooks show it. */
export function checkSuiteShape(
  run: CheckRun,
  repository: Repository,
  { treeOid, message, author, committer }: CommitObject,
  { world, app, addresses }: CheckContext,
) {
  const id = suiteId(run, repository);
  const url = `${repositoryUrl(repository, addresses)}/check-suites/${id}`;
  const pulls = pullsOf(run, repository, addresses);
  const { headOid } = run;
  const name = ({ name: full, email }: CommitObject['author']) => ({ name: full, email });
  return {
    id,
    node_id: world.nodeId('CS', id),
    head_branch: pulls[0]?.head.ref ?? null,
    head_sha: headOid,
    status: 'completed',
    conclusion: run.conclusion,
    url,
    before: null,
    after: headOid,
    pull_requests: pulls,
    app: appShape(app, world, addresses),
    created_at: timestamp(run.startedAt),
    updated_at: timestamp(run.startedAt),
    latest_check_runs_count: repository.checkRuns.filter((each) => each.headOid === headOid).length,
    check_runs_url: `${url}/check-runs`,
    head_commit: {
      id: headOid,
      tree_id: treeOid,
      message,
      timestamp: timestamp(author.date),
      author: name(author),
      committer: name(committer),
    },
  };
}

/** Those of an app for a commit are one suite, which has the first one's number here. */
function suiteId({ headOid, id }: CheckRun, { checkRuns }: Repository): number {
  return checkRuns.find((each) => each.headOid === headOid)?.id ?? id;
}

/** The open pull requests of a commit. GitHub does not find those of forks. */
function pullsOf({ headOid }: CheckRun, repository: Repository, addresses: Addresses) {
  const address = repositoryUrl(repository, addresses);
  const repo = { id: repository.id, name: repository.name, url: address };
  return [...repository.issues.values()].flatMap(({ isOpen, number, pull }) => {
    if (!pull || !isOpen || pull.headOid !== headOid || pull.fork) return [];
    return [
      {
        id: pull.id,
        number,
        url: `${address}/pulls/${number}`,
        head: { ref: pull.headRefName, sha: pull.headOid, repo },
        base: { ref: pull.baseRefName, sha: pull.baseOid, repo },
      },
    ];
  });
}

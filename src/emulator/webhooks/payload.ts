import type { AppRegistration } from '../apps/app-registration.ts';
import { timestamp } from '../clock.ts';
import { noOid } from '../git/ref-mover.ts';
import { accountShape } from '../shapes/account-shape.ts';
import type { Addresses } from '../shapes/addresses.ts';
import { checkRunShape, checkSuiteShape } from '../shapes/check-run-shape.ts';
import { installationShape } from '../shapes/installation-shape.ts';
import { commentShape, issueShape, labelShape } from '../shapes/issue-shape.ts';
import { pullShape } from '../shapes/pull-shape.ts';
import { repositoryPage, repositoryShape, repositoryUrl } from '../shapes/repository-shape.ts';
import type {
  CheckEvent,
  CommentEvent,
  InstallationEvent,
  InstallationRepositoriesEvent,
  IssueEvent,
  PullEvent,
  PushEvent,
  PushedCommit,
  WorldEvent,
} from '../world/events.ts';
import type { Installation, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** What payloads are made with. */
export interface PayloadContext {
  readonly world: World;
  readonly app: AppRegistration;
  readonly addresses: Addresses;
}

/** Makes the payload that GitHub would send for an event, from how things are at this moment. */
export function payloadOf(
  event: WorldEvent,
  installation: Installation,
  context: PayloadContext,
): object {
  const sender = accountShape(event.sender, context.addresses);
  return { ...detailsOf(event, context), ...installationOf(event, installation, context), sender };
}

function detailsOf(event: WorldEvent, context: PayloadContext): object {
  if (event.event === 'issues') return issuePayload(event, context);
  if (event.event === 'issue_comment') return commentPayload(event, context);
  if (event.event === 'pull_request') return pullPayload(event, context);
  if (event.event === 'push') return pushPayload(event, context);
  if ('checkRun' in event) return checkPayload(event, context);
  if (event.event === 'installation') return installationPayload(event);
  return installationRepositoriesPayload(event);
}

/** Repositories tell by id where the app is installed; the installation's own events tell all of it. */
function installationOf(event: WorldEvent, installation: Installation, context: PayloadContext) {
  const { app, addresses } = context;
  if (!('repository' in event))
    return { installation: installationShape(installation, app, addresses) };
  const node_id = Buffer.from(`Installation${installation.id}`).toString('base64');
  return { installation: { id: installation.id, node_id } };
}

function issuePayload(event: IssueEvent, { world, addresses }: PayloadContext) {
  const { action, issue, label, changes, movedTo, repository } = event;
  const moved = movedTo && {
    new_issue: issueShape(movedTo, world, addresses),
    new_repository: repositoryShape(movedTo.repository, addresses),
  };
  return {
    action,
    issue: issueShape(issue, world, addresses),
    repository: repositoryShape(repository, addresses),
    ...(label ? { label: labelShape(label, addresses) } : {}),
    ...(changes ? { changes } : {}),
    ...(moved ? { changes: moved } : {}),
  };
}

function commentPayload(event: CommentEvent, { world, addresses }: PayloadContext) {
  const { action, comment, changes, repository } = event;
  return {
    action,
    issue: issueShape(comment.issue, world, addresses),
    comment: commentShape(comment, world, addresses),
    repository: repositoryShape(repository, addresses),
    ...(changes ? { changes } : {}),
  };
}

function pullPayload(event: PullEvent, { world, addresses }: PayloadContext) {
  const { action, issue, label, changes, before, after, repository } = event;
  if (!issue.pull) throw new Error('An issue cannot send the webhook of a pull request');
  return {
    action,
    number: issue.number,
    pull_request: pullShape(issue, issue.pull, null, world, addresses),
    repository: repositoryShape(repository, addresses),
    ...(label ? { label: labelShape(label, addresses) } : {}),
    ...(changes ? { changes } : {}),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function checkPayload(
  { event, action, checkRun, commit, repository }: CheckEvent,
  context: PayloadContext,
) {
  const about =
    event === 'check_run'
      ? { check_run: checkRunShape(checkRun, repository, context) }
      : { check_suite: checkSuiteShape(checkRun, repository, commit, context) };
  return { action, ...about, repository: repositoryShape(repository, context.addresses) };
}

function pushPayload({ repository, sender, push }: PushEvent, { addresses }: PayloadContext) {
  const page = repositoryPage(repository, addresses);
  const commits = push.commits.map((commit) => commitShape(commit, page));
  const seconds = (time: Date) => Math.floor(time.getTime() / 1000);
  const shape = repositoryShape(repository, addresses);
  return {
    ref: push.ref,
    before: push.before,
    after: push.after,
    repository: {
      ...shape,
      // A push has these as numbers, and its owner with a name.
      created_at: seconds(repository.createdAt),
      pushed_at: seconds(repository.pushedAt),
      owner: { ...shape.owner, name: repository.owner.login, email: null },
      url: repositoryUrl(repository, addresses),
      master_branch: repository.defaultBranch,
      stargazers: 0,
    },
    pusher: { name: sender.login, email: null },
    created: push.before === noOid,
    deleted: push.after === noOid,
    forced: push.isForced,
    base_ref: null,
    compare: `${page}/compare/${push.before.slice(0, 12)}...${push.after.slice(0, 12)}`,
    commits,
    head_commit: commits.at(-1) ?? null,
  };
}

function commitShape({ oid, treeOid, message, author, files }: PushedCommit, page: string) {
  const { name, email, date } = author;
  const paths = (status: string) =>
    files.filter((file) => file.status === status).map(({ path }) => path);
  return {
    id: oid,
    tree_id: treeOid,
    distinct: true,
    message,
    timestamp: timestamp(date),
    url: `${page}/commit/${oid}`,
    author: { name, email },
    committer: { name, email },
    added: paths('added'),
    removed: paths('removed'),
    modified: paths('modified'),
  };
}

function named(repositories: Iterable<Repository>) {
  return Array.from(repositories, ({ id, nodeId, name, owner, isPrivate }) => ({
    id,
    node_id: nodeId,
    name,
    full_name: `${owner.login}/${name}`,
    private: isPrivate,
  }));
}

function installationPayload({ action, installation }: InstallationEvent) {
  // As recorded: what only stops or goes on names no repositories.
  if (action === 'suspend' || action === 'unsuspend') return { action };
  const requester = action === 'created' ? { requester: null } : {};
  return { action, repositories: named(installation.repositories), ...requester };
}

function installationRepositoriesPayload(event: InstallationRepositoriesEvent) {
  const { action, repositories } = event;
  return {
    action,
    repository_selection: 'selected',
    repositories_added: action === 'added' ? named(repositories) : [],
    repositories_removed: action === 'removed' ? named(repositories) : [],
    requester: null,
  };
}

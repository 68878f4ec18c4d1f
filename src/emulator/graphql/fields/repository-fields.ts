import { findLabel } from '../../acts/labels.ts';
import { timestamp } from '../../clock.ts';
import { EmulatorGap } from '../../gaps.ts';
import { Refusal } from '../../refusal.ts';
import { repositoryPage } from '../../shapes/repository-shape.ts';
import type { Account, Issue, Repository } from '../../world/model.ts';
import { roleOf } from '../../world/roles.ts';
import type { World } from '../../world/world.ts';
import { connect } from '../connection.ts';
import {
  type Arguments,
  type Fields,
  type GraphqlContext,
  readObject,
  readRef,
  requireGrant,
} from '../context.ts';

const nodeIdOf = ({ nodeId }: { readonly nodeId: string }) => nodeId;

function notThere(what: string, number: unknown): Refusal {
  return new Refusal('NOT_FOUND', `Could not resolve to ${what} with the number of ${number}.`);
}

function issueOrPull(
  repository: Repository,
  { number }: Arguments,
  { faults, view }: GraphqlContext,
): Issue {
  const issue = view.issue(repository, Number(number));
  if (issue && !faults.take(['not-found'], 'issueOrPullRequest')) return issue;
  throw notThere('an issue or pull request', number);
}

function object(repository: Repository, args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'contents', 'read');
  const { oid, expression } = args;
  if (oid === undefined && expression === undefined) {
    throw new Refusal('UNPROCESSABLE', 'One of oid or expression must be given');
  }
  return readObject(repository, String(oid ?? expression));
}

interface Listed extends Arguments {
  readonly labels?: readonly string[];
  readonly states?: readonly string[];
}

function isListed(issue: Issue, { labels, states }: Listed): boolean {
  const state = issue.isOpen ? 'OPEN' : issue.pull?.merged ? 'MERGED' : 'CLOSED';
  if (states && !states.includes(state)) return false;
  return !labels || labels.some((name) => issue.labels.some((label) => label.name === name));
}

/** Sorted as asked for; the oldest first where nothing is said. */
function sorted(issues: readonly Issue[], { orderBy }: Arguments): Issue[] {
  const { field = 'CREATED_AT', direction = 'ASC' } = (orderBy ?? {}) as Record<string, string>;
  const keyOf = (issue: Issue) =>
    field === 'UPDATED_AT'
      ? issue.updatedAt.getTime()
      : field === 'COMMENTS'
        ? issue.comments.length
        : issue.number;
  const ascending = issues.toSorted((a, b) => keyOf(a) - keyOf(b));
  return direction === 'DESC' ? ascending.reverse() : ascending;
}

function issues(repository: Repository, args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'issues', 'read');
  const filter = (args['filterBy'] ?? {}) as Readonly<Record<string, string | undefined>>;
  const { createdBy, since, ...others } = filter;
  const [lacking] = Object.keys(others);
  if (lacking) throw new EmulatorGap(`The emulator does not have ${lacking} of Repository.issues`);
  const wanted = context.view.issues(repository).filter((issue) => {
    if (issue.pull || !isListed(issue, args)) return false;
    if (createdBy && issue.author.login !== createdBy) return false;
    return !since || issue.updatedAt >= new Date(since);
  });
  return connect('issues', sorted(wanted, args), args, nodeIdOf);
}

/** Those of a repository's pull requests that fit, by the arguments that every list of them has. */
export function pullRequests(
  repository: Repository,
  args: Arguments,
  context: GraphqlContext,
  fits: (issue: Issue) => boolean = () => true,
) {
  requireGrant(context, 'pull_requests', 'read');
  const { headRefName, baseRefName } = args;
  const wanted = context.view.issues(repository).filter((issue) => {
    if (!issue.pull || !fits(issue) || !isListed(issue, args)) return false;
    if (headRefName && issue.pull.headRefName !== headRefName) return false;
    return !baseRefName || issue.pull.baseRefName === baseRefName;
  });
  return connect('pullRequests', sorted(wanted, args), args, nodeIdOf);
}

/**
 * Those who were added to the repository themselves: who has access through a team is not shown to an app, as public
 * reports have it (peter-evans/slash-command-dispatch#396).
 */
function collaborators(repository: Repository, args: Arguments, { world }: GraphqlContext) {
  const wanted = String(args['login'] ?? args['query'] ?? '').toLowerCase();
  const logins = new Set([repository.owner.login.toLowerCase(), ...repository.roles.keys()]);
  const people = [...logins]
    .filter((login) => (args['login'] ? login === wanted : login.includes(wanted)))
    .map((login) => world.addAccount(login))
    .filter(({ type }) => type === 'User');
  const connection = connect('collaborators', people, args, nodeIdOf);
  const edges = connection.edges.map((edge) => ({
    ...edge,
    permission: permissionOf(world, edge.node, repository),
  }));
  return { ...connection, edges };
}

function permissionOf(_world: World, account: Account, repository: Repository): string {
  return roleOf(account, repository).toUpperCase();
}

async function refs(repository: Repository, args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'contents', 'read');
  const prefix = String(args['refPrefix']);
  const wanted = String(args['query'] ?? '');
  const all = (await repository.git.branches()).map((name) => `refs/heads/${name}`);
  const named = all.filter(
    (ref) => ref.startsWith(prefix) && ref.slice(prefix.length).includes(wanted),
  );
  const cut = context.cutsRefPrefix ? prefix.slice(0, prefix.lastIndexOf('/') + 1) : undefined;
  const found = await Promise.all(named.map((ref) => readRef(repository, ref, cut)));
  const nodes = found.filter((ref) => ref !== null);
  return connect('refs', nodes, args, ({ ref }) => ref);
}

/** A repository. */
export const repositoryFields: Fields<Repository> = {
  id: nodeIdOf,
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  nameWithOwner: ({ owner, name }) => `${owner.login}/${name}`,
  owner: ({ owner }) => owner,
  url: (repository, _, { addresses }) => repositoryPage(repository, addresses),
  isPrivate: ({ isPrivate }) => isPrivate,
  isArchived: ({ isArchived }) => isArchived,
  isDisabled: () => false,
  isLocked: () => false,
  isFork: () => false,
  isEmpty: async ({ git }) => (await git.branches()).length === 0,
  hasIssuesEnabled: () => true,
  visibility: ({ isPrivate }) => (isPrivate ? 'PRIVATE' : 'PUBLIC'),
  createdAt: ({ createdAt }) => timestamp(createdAt),
  pushedAt: ({ pushedAt }) => timestamp(pushedAt),
  viewerPermission: () => null,
  defaultBranchRef: (repository, _, context) => {
    requireGrant(context, 'contents', 'read');
    return readRef(repository, `refs/heads/${repository.defaultBranch}`);
  },
  ref: (repository, args, context) => {
    requireGrant(context, 'contents', 'read');
    const name = String(args['qualifiedName']);
    return readRef(repository, name.startsWith('refs/') ? name : `refs/heads/${name}`);
  },
  refs,
  object,
  issue: (repository, args, context) => {
    requireGrant(context, 'issues', 'read');
    const issue = context.view.issue(repository, Number(args['number']));
    if (issue && !issue.pull) return issue;
    throw notThere('an Issue', args['number']);
  },
  issues,
  pullRequest: (repository, args, context) => {
    requireGrant(context, 'pull_requests', 'read');
    const issue = context.view.issue(repository, Number(args['number']));
    if (issue?.pull) return issue;
    throw notThere('a PullRequest', args['number']);
  },
  pullRequests: (repository, args, context) => pullRequests(repository, args, context),
  issueOrPullRequest: (repository, args, context) => {
    const issue = issueOrPull(repository, args, context);
    requireGrant(context, issue.pull ? 'pull_requests' : 'issues', 'read');
    return issue;
  },
  label: (repository, { name }, { view }) =>
    findLabel(view.labels(repository), String(name)) ?? null,
  labels: (repository, args, { view }) => {
    const wanted = String(args['query'] ?? '').toLowerCase();
    const labels = view
      .labels(repository)
      .filter(({ name }) => name.toLowerCase().includes(wanted));
    return connect('labels', labels, args, nodeIdOf);
  },
  collaborators,
};

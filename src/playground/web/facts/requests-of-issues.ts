import type { LoggedRequest } from '../../../emulator/request-log.ts';
import type { Issue, Repository } from '../../../emulator/world/model.ts';
import { issueOfBranch } from '../../../reconcile/observe/branch-names.ts';
import { fullNameOf, type Playground } from '../../playground.ts';

/** What the app asked of GitHub for one submission. */
export interface RequestsOfIssue {
  readonly issue: Issue;
  readonly reads: number;
  readonly writes: number;
}

/** Finds the issue that a request is about; nothing where it is about none, or several. */
export type FindIssue = (request: LoggedRequest) => number | undefined;

/**
 * Makes what tells a request's issue: by the number in its path or its variables, by the branch that it names, or by the
 * id of an issue, a pull request or a comment. What is about one of the app's pull requests is about its issue. What is about
 * another repository is left out.
 */
export function findIssueIn({ repository, repositories }: Playground): FindIssue {
  const ids = new Map<string, number>();
  const issueOf = (number: number) =>
    issueOfBranch(repository.issues.get(number)?.pull?.headRefName ?? '') ?? number;
  for (const { number, nodeId, comments } of repository.issues.values()) {
    const issue = issueOf(number);
    ids.set(nodeId, issue);
    for (const comment of comments) ids.set(comment.nodeId, issue);
  }
  const others = repositories.filter((each) => each !== repository);
  return ({ path, variables }) => {
    const texts = textsIn(variables);
    if (others.some((other) => isAbout(other, path, texts))) return undefined;
    const number = variables['number'] ?? /\/(?:issues|pulls)\/(\d+)/.exec(path)?.[1];
    if (number !== undefined) return issueOf(Number(number));
    const found = new Set<number>();
    for (const text of texts) {
      const issue = ids.get(text) ?? issueOfBranch(text.replace(/^refs\/heads\//, ''));
      if (issue !== undefined) found.add(issue);
    }
    const [only] = found;
    return found.size === 1 ? only : undefined;
  };
}

/**
 * Counts the requests of each issue, the newest issue first. Such as are about none are left out, or about a pull request
 * that is not the app's.
 */
export function requestsOfIssues(playground: Playground): RequestsOfIssue[] {
  const find = findIssueIn(playground);
  const counts = new Map<number, { reads: number; writes: number }>();
  for (const request of playground.emulator.requests.counted) {
    const number = find(request);
    if (number === undefined) continue;
    const count = counts.get(number) ?? { reads: 0, writes: 0 };
    counts.set(number, count);
    if (isWrite(request)) count.writes += 1;
    else count.reads += 1;
  }
  return [...counts]
    .sort(([one], [other]) => other - one)
    .flatMap(([number, count]) => {
      const issue = playground.repository.issues.get(number);
      return issue && !issue.pull ? [{ issue, ...count }] : [];
    });
}

/** Whether a request names a repository: in its path or in its variables, by name or by id. */
function isAbout(repository: Repository, path: string, texts: readonly string[]): boolean {
  const name = fullNameOf(repository);
  return (
    path.startsWith(`/repos/${name}/`) ||
    [name, repository.nodeId].some((each) => texts.includes(each)) ||
    [repository.owner.login, repository.name].every((each) => texts.includes(each))
  );
}

function isWrite({ method, operation }: LoggedRequest): boolean {
  return operation.startsWith('mutation ') || (method !== 'GET' && !operation.startsWith('query '));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

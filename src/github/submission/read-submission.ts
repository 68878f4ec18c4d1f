import { type GithubClient, RequestFailed } from '../client/github-client.ts';
import type { BranchFragment } from '../generated/operations.ts';
import { nodesOf } from '../nodes/connection.ts';
import { dateOf } from '../nodes/date-of.ts';
import { isSameName } from '../nodes/is-same-name.ts';
import { readFiles } from './read-files.ts';
import { readOtherPulls, readPulls } from './read-pulls.ts';
import { readSubject } from './read-subject.ts';
import { submissionDocument } from './submission-document.ts';
import { type SubmissionRequest, submissionVariables } from './submission-request.ts';
import type { BranchFacts, SubmissionSnapshot } from './submission-snapshot.ts';

/**
 * Reads all that a job needs, with one request where no text is cut and no thread is long.
 *
 * @returns undefined where we cannot see such a repository (any more), or it is empty
 * @throws RequestFailed
 */
export async function readSubmission(
  client: GithubClient,
  request: SubmissionRequest,
): Promise<SubmissionSnapshot | undefined> {
  const { configuration } = request;
  const document = submissionDocument({ pages: configuration.locales.length });
  const { data, errors } = await client.query(document, submissionVariables(request));
  const { repository } = data;
  // A branch points to a commit, and to nothing else.
  const base = repository?.defaultBranchRef;
  if (!repository || base?.target?.__typename !== 'Commit') return undefined;
  // That the issue is gone is an answer. That anything else is not found is none.
  const failed = errors.find(({ path }) => path?.[1] !== 'issueOrPullRequest');
  if (failed) throw new RequestFailed('query', new Error(failed.message));
  const bot = data.viewer.login.replace(/\[bot\]$/, '');
  const { name: branch, target } = base;
  const { owner, name } = request.repository;
  return {
    repository: {
      id: repository.id,
      databaseId: repository.databaseId ?? undefined,
      owner: repository.nameWithOwner.split('/')[0] ?? owner,
      name: repository.nameWithOwner.split('/')[1] ?? name,
      nameWithOwner: repository.nameWithOwner,
      url: repository.url,
      isArchived: repository.isArchived,
      isPrivate: repository.isPrivate,
    },
    base: { branch, oid: target.oid },
    configurationOid: target.configuration?.object?.oid,
    ...(await readFiles(client, request, target)),
    labelId: nodesOf(repository.labels).find(({ name }) => isSameName(name, configuration.label))
      ?.id,
    branch: branchOf(repository.branch, request.branch, bot),
    temporaryBranch: branchOf(repository.temporaryBranch, request.temporaryBranch, bot),
    subject: await readSubject(client, repository.issueOrPullRequest),
    pulls: await readPulls(client, repository, bot),
    others: await readOtherPulls(client, request, repository),
  };
}

function branchOf(node: BranchFragment | null, name: string, bot: string): BranchFacts | undefined {
  if (!node?.target) return undefined;
  const { target } = node;
  if (target.__typename !== 'Commit') {
    return { name, oid: target.oid, isOurs: false, committedAt: undefined };
  }
  const { oid, committedDate, author, signature } = target;
  // Anybody can write our name into a commit; only for us does GitHub sign one with it.
  const isSigned = signature?.isValid === true && signature.wasSignedByGitHub;
  const isByUs = author?.email?.includes(`+${bot}[bot]@users.noreply.`) === true;
  return { name, oid, isOurs: isSigned && isByUs, committedAt: dateOf(committedDate) };
}

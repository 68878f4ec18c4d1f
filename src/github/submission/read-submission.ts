import { logoFolder } from '../../config/logo-place.ts';
import { attributesPaths } from '../../proposal/lfs/git-attributes.ts';
import { type GithubClient, RequestFailed } from '../client/github-client.ts';
import type { BranchFragment } from '../generated/operations.ts';
import { dateOf } from '../nodes/date-of.ts';
import { isByUs, type Ourselves } from '../nodes/own-commit.ts';
import { readFiles } from './read-files.ts';
import { readOtherPulls, readPulls } from './read-pulls.ts';
import { readSubject } from './read-subject.ts';
import { submissionDocument } from './submission-document.ts';
import { pageKinds, type SubmissionRequest, submissionVariables } from './submission-request.ts';
import type { BranchFacts, SubmissionSnapshot } from './submission-snapshot.ts';

const optional: readonly unknown[] = ['issueOrPullRequest', 'label'];

/**
 * Reads all that a job needs, with one request where no text is cut and no thread is long.
 *
 * @returns undefined where we cannot see such a repository (anymore), or it is empty
 * @throws RequestFailed
 */
export async function readSubmission(
  client: GithubClient,
  request: SubmissionRequest,
): Promise<SubmissionSnapshot | undefined> {
  const attributes = attributesPaths(logoFolder(request.configuration.logo)).length;
  const document = submissionDocument({ pages: pageKinds(request.configuration), attributes });
  const variables = submissionVariables(request, client.configurationPath);
  const { data, errors } = await client.query(document, variables);
  const { repository } = data;
  // A branch points to a commit, and to nothing else.
  const base = repository?.defaultBranchRef;
  if (!repository || base?.target?.__typename !== 'Commit') return undefined;
  // That the issue is gone, or the label, is an answer. That anything else is not found is none.
  const failed = errors.find(({ path }) => !optional.includes(path?.[1]));
  if (failed) throw new RequestFailed('query', new Error(failed.message));
  const { login } = data.viewer;
  const bot = login.replace(/\[bot\]$/, '');
  const us = {
    login: client.account.isShared ? login : undefined,
    bot,
    host: new URL(repository.url).hostname,
  };
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
    labelId: repository.label?.id,
    branch: branchOf(repository.branch, request.branch, us),
    temporaryBranch: branchOf(repository.temporaryBranch, request.temporaryBranch, us),
    subject: await readSubject(client, repository.issueOrPullRequest),
    pulls: await readPulls(client, repository, bot),
    others: await readOtherPulls(client, request, repository),
  };
}

function branchOf(
  node: BranchFragment | null,
  name: string,
  us: Ourselves,
): BranchFacts | undefined {
  if (!node?.target) return undefined;
  const { target } = node;
  if (target.__typename !== 'Commit') {
    return { name, oid: target.oid, isOurs: false, committedAt: undefined };
  }
  const { oid, committedDate } = target;
  return { name, oid, isOurs: isByUs(target, us), committedAt: dateOf(committedDate) };
}

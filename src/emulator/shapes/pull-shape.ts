import { timestamp } from '../clock.ts';
import type { FileChange } from '../git/changes.ts';
import type { Issue, Pull, Repository } from '../world/model.ts';
import { associationOf } from '../world/roles.ts';
import type { World } from '../world/world.ts';
import { accountShape, accountShapes, assigneesShape, userShape } from './account-shape.ts';
import type { Addresses } from './addresses.ts';
import { issuePage, labelShape, timestampOrNull } from './issue-shape.ts';
import { repositoryPage, repositoryShape, repositoryUrl } from './repository-shape.ts';

/**
 * A pull request as REST and webhooks show it.
 *
 * @param mergeable null where GitHub has not found out yet, as in webhooks
 */
export function pullShape(
  issue: Issue,
  pull: Pull,
  mergeable: boolean | null,
  world: World,
  addresses: Addresses,
) {
  const { repository } = issue;
  const repositoryAddress = repositoryUrl(repository, addresses);
  const url = `${repositoryAddress}/pulls/${issue.number}`;
  const issueUrl = `${repositoryAddress}/issues/${issue.number}`;
  const page = issuePage(issue, addresses);
  const link = (href: string) => ({ href });
  const comments_url = `${issueUrl}/comments`;
  const review_comments_url = `${url}/comments`;
  const review_comment_url = `${repositoryAddress}/pulls/comments{/number}`;
  const commits_url = `${url}/commits`;
  const statuses_url = `${repositoryAddress}/statuses/${pull.headOid}`;
  return {
    url,
    id: pull.id,
    node_id: issue.nodeId,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    number: issue.number,
    state: issue.isOpen ? 'open' : 'closed',
    locked: issue.isLocked,
    title: issue.title,
    user: userShape(issue.author, addresses),
    body: issue.body === '' ? null : issue.body,
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    closed_at: timestampOrNull(issue.closedAt),
    merged_at: timestampOrNull(pull.merged?.at ?? null),
    merge_commit_sha: pull.merged?.oid ?? null,
    ...assigneesShape(issue, world, addresses),
    requested_reviewers: accountShapes(pull.requestedReviewers, world, addresses),
    requested_teams: [],
    labels: issue.labels.map((label) => labelShape(label, addresses)),
    milestone: null,
    draft: pull.isDraft,
    commits_url,
    review_comments_url,
    review_comment_url,
    comments_url,
    statuses_url,
    head: branchShape(
      pull.fork ? { ...repository, owner: pull.fork } : repository,
      pull.headRefName,
      pull.headOid,
      addresses,
    ),
    base: branchShape(repository, pull.baseRefName, pull.baseOid, addresses),
    _links: {
      self: link(url),
      html: link(page),
      issue: link(issueUrl),
      comments: link(comments_url),
      review_comments: link(review_comments_url),
      review_comment: link(review_comment_url),
      commits: link(commits_url),
      statuses: link(statuses_url),
    },
    author_association: associationOf(issue.author, repository),
    auto_merge: null,
    active_lock_reason: null,
    merged: pull.merged !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    merged_by: pull.merged && userShape(pull.merged.by, addresses),
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits,
    additions: pull.changes.additions,
    deletions: pull.changes.deletions,
    changed_files: pull.changes.files.length,
  };
}

function branchShape(repository: Repository, ref: string, sha: string, addresses: Addresses) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: accountShape(repository.owner, addresses),
    repo: {
      ...repositoryShape(repository, addresses),
      allow_auto_merge: false,
      allow_merge_commit: true,
      allow_rebase_merge: false,
      allow_squash_merge: true,
      allow_update_branch: false,
      delete_branch_on_merge: false,
    },
  };
}

/** A file of a pull request as REST shows it. */
export function fileShape(file: FileChange, issue: Issue, headOid: string, addresses: Addresses) {
  const { repository } = issue;
  const page = repositoryPage(repository, addresses);
  const contents = `${repositoryUrl(repository, addresses)}/contents/${file.path}?ref=${headOid}`;
  return {
    sha: headOid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${headOid}/${file.path}`,
    raw_url: `${page}/raw/${headOid}/${file.path}`,
    contents_url: contents,
  };
}

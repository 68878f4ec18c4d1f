import { timestamp } from '../clock.ts';
import type { Repository } from '../world/model.ts';
import { accountShape } from './account-shape.ts';
import type { Addresses } from './addresses.ts';

/** What REST offers below a repository, as templates of addresses. */
const templates = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** A repository's address in REST. */
export function repositoryUrl(repository: Repository, { api }: Addresses): string {
  return `${api}/repos/${repository.owner.login}/${repository.name}`;
}

/** A repository's page. */
export function repositoryPage(repository: Repository, { web }: Addresses): string {
  return `${web}/${repository.owner.login}/${repository.name}`;
}

/** A repository as REST and webhooks show it. */
export function repositoryShape(repository: Repository, addresses: Addresses) {
  const url = repositoryUrl(repository, addresses);
  const page = repositoryPage(repository, addresses);
  const name = `${repository.owner.login}/${repository.name}`;
  const below = Object.entries(templates).map(([key, path]) => [key, url + path]);
  const openIssues = [...repository.issues.values()].filter((issue) => issue.isOpen).length;
  return {
    ...(Object.fromEntries(below) as Record<keyof typeof templates, string>),
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: name,
    private: repository.isPrivate,
    owner: accountShape(repository.owner, addresses),
    html_url: page,
    description: null,
    fork: false,
    url,
    created_at: timestamp(repository.createdAt),
    updated_at: timestamp(repository.pushedAt),
    pushed_at: timestamp(repository.pushedAt),
    git_url: `${page.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(page).hostname}:${name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: false,
    has_downloads: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_pull_requests: repository.rules.pulls !== 'off',
    pull_request_creation_policy:
      repository.rules.pulls === 'collaborators' ? 'collaborators_only' : 'all',
    forks_count: 0,
    mirror_url: null,
    archived: repository.isArchived,
    disabled: false,
    open_issues_count: openIssues,
    license: null,
    allow_forking: true,
    delete_branch_on_merge: repository.deletesMergedBranches,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.isPrivate ? 'private' : 'public',
    forks: 0,
    open_issues: openIssues,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

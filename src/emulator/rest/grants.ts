import type { Access } from '../apps/app-registration.ts';
import type { RestOperation } from '../schemas/rest-operations.ts';

/**
 * What an operation wants: no token, the app's own, any, or one of these permissions. `subject` stands for what the
 * request is about: `issues` for an issue, either of `issues` and `pull_requests` for a pull request.
 */
export type Grant = 'nobody' | 'app' | 'anybody' | readonly [kind: string, access: Access];

/** As GitHub's documentation lists them under "Permissions required for GitHub Apps". */
export const grants: Readonly<Record<RestOperation, Grant>> = {
  'apps/get-authenticated': 'app',
  'apps/create-from-manifest': 'nobody',
  'apps/list-installations': 'app',
  'apps/get-repo-installation': 'app',
  'apps/create-installation-access-token': 'app',
  'apps/list-webhook-deliveries': 'app',
  'apps/get-webhook-delivery': 'app',
  'apps/redeliver-webhook-delivery': 'app',
  'apps/list-repos-accessible-to-installation': ['metadata', 'read'],
  'rate-limit/get': 'anybody',
  'repos/get': ['metadata', 'read'],
  'repos/get-collaborator-permission-level': ['metadata', 'read'],
  'repos/get-content': ['contents', 'read'],
  'repos/get-commit': ['contents', 'read'],
  'repos/compare-commits': ['contents', 'read'],
  'git/get-blob': ['contents', 'read'],
  'git/get-tree': ['contents', 'read'],
  'git/get-ref': ['contents', 'read'],
  'issues/list-for-repo': ['subject', 'read'],
  'issues/get': ['subject', 'read'],
  'issues/update': ['subject', 'write'],
  'issues/list-comments': ['subject', 'read'],
  'issues/get-comment': ['subject', 'read'],
  'issues/create-comment': ['subject', 'write'],
  'issues/update-comment': ['subject', 'write'],
  'issues/delete-comment': ['subject', 'write'],
  'issues/list-labels-for-repo': ['subject', 'read'],
  'issues/get-label': ['subject', 'read'],
  'issues/create-label': ['subject', 'write'],
  'issues/add-labels': ['subject', 'write'],
  'issues/add-assignees': ['subject', 'write'],
  'issues/remove-label': ['subject', 'write'],
  'reactions/list-for-issue': ['subject', 'read'],
  'reactions/create-for-issue': ['subject', 'write'],
  'reactions/delete-for-issue': ['subject', 'write'],
  'reactions/list-for-issue-comment': ['subject', 'read'],
  'reactions/create-for-issue-comment': ['subject', 'write'],
  'reactions/delete-for-issue-comment': ['subject', 'write'],
  'pulls/list': ['pull_requests', 'read'],
  'pulls/get': ['pull_requests', 'read'],
  'pulls/create': ['pull_requests', 'write'],
  'pulls/update': ['pull_requests', 'write'],
  'pulls/list-files': ['pull_requests', 'read'],
  'pulls/request-reviewers': ['pull_requests', 'write'],
  'checks/create': ['checks', 'write'],
  'checks/update': ['checks', 'write'],
  'checks/list-for-ref': ['checks', 'read'],
};

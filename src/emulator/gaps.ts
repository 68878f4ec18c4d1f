/** The emulator was asked for something that GitHub has and it has not: a gap of its own, and not of whoever asked. */
export class EmulatorGap extends Error {
  override readonly name = 'EmulatorGap';
}

/**
 * Parameters, keys of bodies, arguments and keys of inputs that GitHub has and the emulator has not, by operation or
 * by type and field. To leave them out of account without a word would let a test pass that should not.
 */
const lacking: Readonly<Record<string, readonly string[]>> = {
  'apps/list-installations': ['since', 'outdated'],
  'checks/create': ['started_at', 'completed_at', 'actions'],
  'checks/list-for-ref': ['status', 'filter', 'app_id'],
  'checks/update': ['started_at', 'completed_at', 'actions'],
  'issues/list-for-repo': [
    'milestone',
    'assignee',
    'type',
    'mentioned',
    'issue_field_values',
    'sort',
  ],
  'issues/update': ['assignee', 'assignees', 'labels', 'milestone', 'type', 'issue_field_values'],
  'pulls/create': ['head_repo', 'issue'],
  'pulls/list': ['sort'],
  'pulls/update': ['base'],
  'Mutation.closeIssue': ['duplicateIssueId'],
  'Mutation.createPullRequest': ['headRepositoryId'],
  'Mutation.updatePullRequest': ['assigneeIds', 'labelIds', 'milestoneId', 'projectIds'],
  'Repository.collaborators': ['affiliation'],
  'Repository.refs': ['orderBy', 'direction'],
};

/**
 * @param operation as `issues/list-for-repo` or `Mutation.closeIssue`
 * @throws EmulatorGap where something is given that the emulator does not have
 */
export function requireNoGap(operation: string, given: Readonly<Record<string, unknown>>): void {
  const isGiven = (name: string) => given[name] !== undefined && given[name] !== false;
  const gap = lacking[operation]?.find(isGiven);
  if (gap === undefined) return;
  throw new EmulatorGap(`The emulator does not have ${gap} of ${operation}`);
}

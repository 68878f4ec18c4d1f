/** Whether the workflow runs. */
export function workflowRuns(event: string, payload: Readonly<Record<string, unknown>>): boolean {
  const sender = (payload['sender'] as { login?: string } | undefined)?.login;
  // What is done with `GITHUB_TOKEN` starts no workflow.
  if (sender === 'github-actions[bot]') return false;
  return ['issues', 'issue_comment', 'pull_request', 'push'].includes(event);
}

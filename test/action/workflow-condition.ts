import { decideRun } from '../../src/playground/action/decide-run.ts';
import { writtenWorkflow } from './written-workflow.ts';

// The tests' repositories have other pages than the example, whose paths the workflow names.
const workflow = writtenWorkflow().replace(/\n +paths: .*/g, '');

/**
 * Whether an event starts a job of the workflow.
 *
 * @param name as webhooks name it
 */
export function workflowRuns(
  name: string,
  payload: Readonly<Record<string, unknown>>,
  job: 'powered-by' | 'check' = 'powered-by',
): boolean {
  const decision = decideRun(workflow, { name, payload });
  return decision.kind === 'run' && decision.job === job;
}

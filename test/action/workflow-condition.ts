import { decideRun } from '../../src/playground/action/decide-run.ts';
import { writtenWorkflow } from './written-workflow.ts';

// The tests' repositories have other pages than the example, whose paths the workflow names.
const workflow = writtenWorkflow().replace(/\n +paths: .*/, '');

/**
 * Whether an event starts a run of the workflow.
 *
 * @param name as webhooks name it
 */
export function workflowRuns(name: string, payload: Readonly<Record<string, unknown>>): boolean {
  return decideRun(workflow, { name, payload }).kind === 'run';
}

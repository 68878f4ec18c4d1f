import { type Checkout, readBytes } from '../../checkout/checkout.ts';
import { readConfigurationOf } from '../../checkout/read-repository.ts';
import { configurationPath } from '../../config/configuration.ts';
import { formPath } from '../../form/write-form.ts';
import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { SetupReport } from '../set-up.ts';
import { type ActionReference, workflowPath, writeWorkflow } from './write-workflow.ts';

/** Whether a repository is set up but for its workflow. */
export async function isConfigured(checkout: Checkout): Promise<boolean> {
  return (await readBytes(checkout, configurationPath)) !== undefined;
}

/** The set-up of a repository that has one: nothing is to be written. */
export async function readSetup(checkout: Checkout): Promise<Result<SetupReport>> {
  const configuration = await readConfigurationOf(checkout);
  if (!configuration.ok) return configuration;
  return success({ configuration: configuration.value, changes: [], notes: [], problems: [] });
}

/** Adds the workflow of the Action to what is written; refused where there is one. */
export async function addWorkflow(
  checkout: Checkout,
  report: SetupReport,
  action: ActionReference,
  { force, template }: { readonly force: boolean; readonly template: string },
): Promise<Result<SetupReport>> {
  const isThere = (await readBytes(checkout, workflowPath)) !== undefined;
  if (isThere && !force) return failure(problem('setup-file-exists', workflowPath));
  const { configuration, changes } = report;
  const written = changes.find(({ path }) => path === formPath)?.content;
  const form = written ?? (await readBytes(checkout, formPath)) ?? '';
  const content = writeWorkflow(template, configuration, Buffer.from(form).toString(), action);
  return success({ ...report, changes: [...changes, { path: workflowPath, content }] });
}

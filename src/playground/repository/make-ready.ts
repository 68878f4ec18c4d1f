import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckout } from '../../checkout/checkout.ts';
import { sourceTreeOf } from '../../checkout/source-tree.ts';
import { configurationPath } from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Repository } from '../../emulator/world/model.ts';
import { formPath } from '../../form/write-form.ts';
import type { Result } from '../../problem/result.ts';
import { type AskForList, listAddress, type SetupReport, setUp } from '../../setup/set-up.ts';
import { workflowPath, writeWorkflow } from '../../setup/workflow/write-workflow.ts';
import { readTemplate } from '../../templates.ts';
import { readSetupTemplates } from '../../written-form.ts';
import { maintainer } from '../people.ts';
import { exportTree } from './export-tree.ts';

/** What became of a set-up. */
export interface ReadyReport {
  readonly report: Result<SetupReport>;
  /** The lists among which only a person can choose; none where set-up needs no answer. */
  readonly choices: readonly ListChoice[];
}

/** A list that can be chosen. */
export interface ListChoice {
  /** By which it is asked for. */
  readonly address: string;
  readonly list: Parameters<AskForList>[0][number];
}

/** The commit that the workflow names, of which nothing is downloaded here: runs are of this installation. */
const thisInstallation = { commit: '0'.repeat(40), version: 'this installation' } as const;

/** Has the maintainer push the workflow of the Action, where a configuration and a form are there and it is not. */
export async function addActionWorkflow(emulator: Emulator, repository: Repository): Promise<void> {
  const read = (path: string) => emulator.readFile(repository, path);
  const [configuration, form] = [await read(configurationPath), await read(formPath)];
  if (configuration === undefined || form === undefined) return;
  const configured = readConfiguration(configuration);
  if (!configured.ok || (await read(workflowPath)) !== undefined) return;
  const reference = { repository: 'poweredby/poweredby', ...thisInstallation };
  const text = writeWorkflow(readTemplate('workflow.yml'), configured.value, form, reference);
  await emulator.as(maintainer).push(repository, {
    message: 'Run Powered By as a GitHub Action',
    files: { [workflowPath]: text },
  });
}

/**
 * Does what `poweredby init` does: the maintainer pushes the configuration and the issue form.
 *
 * @param list the one that was chosen, by its address
 */
export async function makeReady(
  emulator: Emulator,
  repository: Repository,
  list?: string,
): Promise<ReadyReport> {
  const folder = await mkdtemp(join(tmpdir(), 'poweredby-setup-'));
  try {
    const { git, defaultBranch } = repository;
    await git.serially(() => exportTree(git, `refs/heads/${defaultBranch}`, folder));
    const checkout = await openCheckout(folder);
    if (checkout === undefined) throw new Error('The copy of the repository is not there');
    let choices: readonly ListChoice[] = [];
    const ask: AskForList = async (lists) => {
      choices = lists.map((each) => ({ address: listAddress(each), list: each }));
      return undefined;
    };
    const report = await setUp(sourceTreeOf(checkout), {
      force: false,
      templates: readSetupTemplates(),
      list,
      ask,
    });
    if (!report.ok) return { report, choices };
    await emulator.as(maintainer).push(repository, {
      message: 'Set up Powered By',
      files: Object.fromEntries(
        report.value.changes.map(({ path, content }) => [path, content ?? null]),
      ),
    });
    return { report, choices: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

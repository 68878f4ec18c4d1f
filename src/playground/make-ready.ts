import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckout } from '../checkout/checkout.ts';
import type { Emulator } from '../emulator/emulator.ts';
import type { Repository } from '../emulator/world/model.ts';
import type { Result } from '../problem/result.ts';
import { type SetupReport, setUp } from '../setup/set-up.ts';
import { readDefaultLinkTexts, readTemplate } from '../templates.ts';
import { exportTree } from './export-tree.ts';
import { maintainer } from './people.ts';

/** Does what `poweredby init` does: the maintainer pushes the configuration and the issue form. */
export async function makeReady(
  emulator: Emulator,
  repository: Repository,
): Promise<Result<SetupReport>> {
  const folder = await mkdtemp(join(tmpdir(), 'poweredby-setup-'));
  try {
    const { git, defaultBranch } = repository;
    await git.serially(() => exportTree(git, `refs/heads/${defaultBranch}`, folder));
    const checkout = await openCheckout(folder);
    if (checkout === undefined) throw new Error('The copy of the repository is not there');
    const report = await setUp(checkout, { force: false, templates: setupTemplates() });
    if (!report.ok) return report;
    await emulator.as(maintainer).push(repository, {
      message: 'Set up Powered By',
      files: Object.fromEntries(
        report.value.changes.map(({ path, content }) => [path, content ?? null]),
      ),
    });
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function setupTemplates() {
  return {
    configuration: readTemplate('configuration.yml'),
    form: (language: string) => readTemplate(`${language}/issue-form.yml`),
    linkTexts: readDefaultLinkTexts(),
  };
}

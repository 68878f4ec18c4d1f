import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationPath } from '../config/configuration.ts';
import type { Emulator } from '../emulator/emulator.ts';
import type { Repository } from '../emulator/world/model.ts';
import { importFolder } from './import-folder.ts';
import { makeReady } from './make-ready.ts';
import { maintainer } from './people.ts';

const demo = fileURLToPath(new URL('./demo/repository', import.meta.url));

/** The demo's name, of an invented project. */
const demoName = 'millrace/millrace';

/** Whether a repository is the demo. */
export function isDemo({ owner, name }: Repository): boolean {
  return `${owner.login}/${name}` === demoName;
}

/**
 * The repository of a playground: that of the time before, where there was one; otherwise a copy of a checkout, or the demo.
 *
 * @param folder of the checkout, which is only read
 * @param onCopy is told before the checkout is copied, which takes a while
 */
export async function openRepository(
  emulator: Emulator,
  folder: string | undefined,
  onCopy: (folder: string) => void,
): Promise<Repository> {
  const [known] = emulator.repositories;
  if (known) return known;
  if (folder === undefined) return openDemo(emulator);
  onCopy(folder);
  return openCopy(emulator, folder);
}

/** Makes the demo repository: an invented project with a page of invented companies, made ready as any other is. */
async function openDemo(emulator: Emulator): Promise<Repository> {
  const repository = await copyFolder(emulator, demoName, demo);
  const ready = await makeReady(emulator, repository);
  if (!ready.ok) {
    throw new Error('The demo repository cannot be made ready', { cause: ready.problems });
  }
  await allowMany(emulator, repository);
  return repository;
}

/** Who tries everything asks more often than any company would. */
async function allowMany(emulator: Emulator, repository: Repository): Promise<void> {
  const configuration = (await emulator.readFile(repository, configurationPath)) ?? '';
  const text = configuration.replace(/^# quota: .*$/m, 'quota: {submitter: 100, repository: 300}');
  if (text === configuration) throw new Error('The demo’s configuration shows no quota');
  await emulator.as(maintainer).push(repository, {
    message: 'Raise the quota for the demo',
    files: { [configurationPath]: text },
  });
}

/** Makes a repository out of a copy of somebody's checkout. */
function openCopy(emulator: Emulator, folder: string): Promise<Repository> {
  const name = basename(folder).replace(/[^\w.-]+/g, '-') || 'repository';
  return copyFolder(emulator, `your-project/${name}`, folder);
}

async function copyFolder(emulator: Emulator, name: string, folder: string): Promise<Repository> {
  const repository = await emulator.createRepository(name, {
    isOrganization: true,
    roles: { [maintainer]: 'maintain' },
  });
  await importFolder(emulator, repository, folder);
  emulator.install(repository);
  return repository;
}

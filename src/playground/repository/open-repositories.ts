import { basename } from 'node:path';
import { configurationPath } from '../../config/configuration.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Repository } from '../../emulator/world/model.ts';
import { type Demo, demoOf, demos } from '../demos.ts';
import { maintainer } from '../people.ts';
import { importFolder } from './import-folder.ts';
import { makeReady } from './make-ready.ts';

/**
 * The repositories of a playground: those of the time before, where there were any; otherwise a copy of a checkout, or the
 * demos.
 *
 * @param folder of the checkout, which is only read
 * @param onCopy is told before the checkout is copied, which takes a while
 */
export async function openRepositories(
  emulator: Emulator,
  folder: string | undefined,
  onCopy: (folder: string) => void,
): Promise<readonly [Repository, ...Repository[]]> {
  const [first, ...others] = emulator.repositories;
  if (first && !demoOf(first)) return [first, ...others];
  if (!first && folder !== undefined) {
    onCopy(folder);
    return [await openCopy(emulator, folder)];
  }
  const [usual, ...further] = demos;
  const opened: [Repository, ...Repository[]] = [await openDemo(emulator, usual)];
  for (const demo of further) opened.push(await openDemo(emulator, demo));
  return opened;
}

/** Finds a demo, or makes it: an invented project with a list of invented companies, made ready as any other is. */
async function openDemo(emulator: Emulator, demo: Demo): Promise<Repository> {
  const known = emulator.repositories.find((each) => demoOf(each) === demo);
  if (known) return known;
  const repository = await copyFolder(emulator, demo.name, demo.folder);
  const { report } = await makeReady(emulator, repository);
  if (!report.ok) {
    throw new Error(`The demo ${demo.name} cannot be made ready`, { cause: report.problems });
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

import { type Configuration, configurationPath } from '../config/configuration.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import { formPath } from '../form/write-form.ts';
import type { Result } from '../problem/result.ts';
import type { Playground } from './playground.ts';

/** The repository's configuration at a commit or branch; nothing where it has none. */
export async function configurationAt(
  { emulator, repository }: Playground,
  ref = repository.defaultBranch,
): Promise<Result<Configuration> | undefined> {
  const text = await emulator.readFile(repository, configurationPath, ref);
  return text === undefined ? undefined : readConfiguration(text);
}

/** The text of the repository's issue form; nothing where it has none. */
export function formText({ emulator, repository }: Playground): Promise<string | undefined> {
  return emulator.readFile(repository, formPath);
}

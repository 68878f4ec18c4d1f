import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Files } from '../../src/emulator/files.ts';
import type { Issue, Repository } from '../../src/emulator/world/model.ts';
import type { RepositoryRules } from '../../src/emulator/world/repository-rules.ts';
import { type World, world } from './world.ts';

/** The branch of the proposal. */
export const branch = 'poweredby/configure';
export const formFile = '.github/ISSUE_TEMPLATE/powered-by.yml';

/** Another repository of the owner, with the app installed on it after it has these files. */
export async function installedOn(
  files: Files,
  {
    rules = {},
    cut,
  }: {
    readonly rules?: Partial<RepositoryRules>;
    /** Cuts the app's line from the installation on. */
    readonly cut?: (made: World) => Promise<void>;
  } = {},
) {
  const made = await world({ hasLabel: false });
  const { github, settle } = made;
  const repository = await github.createRepository('millrace/weir', {
    files,
    roles: { mary: 'write' },
    isOrganization: true,
  });
  github.setRules(repository, rules);
  await settle();
  made.line.count = 0;
  const killed = cut?.(made);
  github.install(repository);
  await Promise.race([settle(), killed ?? new Promise(() => {})]);
  const pulls = () => github.pulls(repository);
  const only = (): Issue => {
    const [pull, ...others] = pulls();
    if (!pull || others.length > 0) throw new Error(`There are ${pulls().length} pull requests`);
    return pull;
  };
  const textOf = async (ref: string, path: string) =>
    String((await repository.git.read(`${ref}:${path}`))?.bytes ?? '');
  return { ...made, killed, repository, pulls, only, textOf, mary: github.as('mary') };
}

/** Takes the app off a repository, and installs it there again. */
export function reinstall(github: Emulator, repository: Repository): void {
  for (const installation of github.installations) {
    if (installation.repositories.has(repository)) github.takeOff(installation, repository);
  }
  github.install(repository);
}

export const adoptersFile = 'ADOPTERS.md';
export const companies = ['Alder', 'Birch', 'Cedar'];

/** A project with a table of its users. */
export function adopters(names: readonly string[], ...columns: readonly string[]): Files {
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const head =
    row('Organization', 'Use', ...columns) + row('---', '---', ...columns.map(() => '---'));
  const rows = names.map((name) =>
    row(
      `[${name}](https://${name.toLowerCase()}.example/)`,
      `${name} steers water with it.`,
      ...columns.map((column) => `${column} of ${name}`),
    ),
  );
  return {
    'README.md': '# Weir\n\nA dam.\n',
    [adoptersFile]: `# Adopters\n\n${head}${rows.join('')}`,
  };
}

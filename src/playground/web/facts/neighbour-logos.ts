import { logoPathOf } from '../../../proposal/logo-file.ts';
import { openList } from '../../../proposal/open-pages.ts';
import { encodePath } from '../../../text/addresses.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';

/** A logo to be shown in a row. */
export interface ShownLogo {
  readonly name: string;
  readonly address: string;
}

/** So many are beside a new one. */
const most = 4;

/** The last logos of the source locale's page; fewer, or none, where there are not so many. */
export async function neighbourLogos(playground: Playground): Promise<ShownLogo[]> {
  const configuration = await configurationAt(playground);
  if (!configuration?.ok) return [];
  const { pages, sourceLocale } = configuration.value;
  const path = pages[sourceLocale] ?? '';
  const { emulator, repository } = playground;
  const text = await emulator.readFile(repository, path);
  const page = text === undefined ? undefined : await openList({ path, text }, configuration.value);
  if (!page?.ok) return [];
  const oid = await repository.git.branch(repository.defaultBranch);
  return page.value.entries
    .flatMap(({ company: name, logo }) => {
      const file = logoPathOf(logo, configuration.value);
      if (file === undefined) return [];
      const address = `${homeOf(playground)}/blob/${oid}/${encodePath(file)}?raw=true`;
      return [{ name, address }];
    })
    .slice(-most);
}

import { logoPathOf } from '../../../proposal/logo-file.ts';
import { encodePath } from '../../../text/addresses.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';
import { listAt } from './list-at.ts';

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
  const { repository } = playground;
  const oid = (await repository.git.branch(repository.defaultBranch)) ?? '';
  const { sourceLocale } = configuration.value;
  const list = await listAt(playground, configuration.value, oid, sourceLocale);
  if (list === undefined) return [];
  return list.entries
    .flatMap(({ company: name, logo }) => {
      const file = logoPathOf(logo, configuration.value);
      if (file === undefined) return [];
      const address = `${homeOf(playground)}/blob/${oid}/${encodePath(file)}?raw=true`;
      return [{ name, address }];
    })
    .slice(-most);
}

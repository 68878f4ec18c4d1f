import { isBesideEntry } from '../../../config/logo-place.ts';
import { valuesOf } from '../../data/read-values.ts';
import type { EntryValues } from '../../format.ts';
import { mostCommon } from '../../most-common.ts';
import type { FolderList } from './folder-list.ts';

type Logos = Partial<Pick<EntryValues, 'logo' | 'darkLogo'>>;

/** Logos as all entries of a folder name them, by the folder of the entry: `acme/logo.svg` for `logo.svg`. */
export function withFolder<T extends Logos>(values: T, stem: string): T {
  return mapped(values, (address) => {
    if (address === '' || /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(address)) return address;
    const [, own, other] = /^(?:\.\/)?(?:([^/]+)|\.\.\/([^/]+\/[^/]+))$/.exec(address) ?? [];
    if (own !== undefined && own !== '..') return `${stem}/${own}`;
    // Anything deeper is no file that could be replaced.
    return other ?? `./${address.replace(/^\.\//, '')}`;
  });
}

/** Logos as the entry in a folder names them, with `./` where most others have it. */
export function withoutFolder<T extends Logos>(values: T, stem: string, list: FolderList): T {
  if (!isBeside(list)) return values;
  const raw = list.entries.map(({ read }) => valuesOf(read.data.properties, list.keys).logo);
  const starts = raw.filter((address) => address !== '').map((address) => address.startsWith('./'));
  const start = mostCommon(starts) === true ? './' : '';
  return mapped(values, (address) => {
    const [, folder, name] = /^(?!\.)([^/:]+)\/([^/]+)$/.exec(address) ?? [];
    if (folder === undefined) return address;
    return folder === stem ? `${start}${name}` : `../${folder}/${name}`;
  });
}

/** Whether the logos of a list are in the folders of their entries. */
export function isBeside({ at, pattern }: Pick<FolderList, 'at' | 'pattern'>): boolean {
  return pattern.below !== '' && at.logo !== undefined && isBesideEntry(at.logo);
}

function mapped<T extends Logos>(values: T, map: (address: string) => string): T {
  const { logo, darkLogo } = values;
  return {
    ...values,
    ...(logo !== undefined && { logo: map(logo) }),
    ...(darkLogo !== undefined && { darkLogo: map(darkLogo) }),
  };
}

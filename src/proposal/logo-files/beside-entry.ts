import type { Configuration } from '../../config/configuration.ts';
import type { Entry } from '../../list/list.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { isSameCompany } from '../../submission/same-company.ts';
import {
  type LogoFile,
  type LogoVariant,
  logoFileAt,
  logoFileOf,
  logoPathOf,
} from '../logo-file.ts';
import type { OpenPage } from '../open-pages.ts';
import { slugTaken, userOf } from './choose-slug.ts';

/** What decides how a logo in the folder of an entry is named. */
export interface BesideRequest {
  readonly company: string;
  /** The name of the entry's folder. */
  readonly folder: string;
  readonly pages: readonly OpenPage[];
  readonly configuration: Configuration;
}

/**
 * The file of a company's new logo in the folder of its entry: as the one that it replaces is called, or else as configured. A file
 * that another entry shows too is not written over.
 *
 * @param logo the file's content: whether it is a PNG or an SVG
 */
export function placeBeside(
  logo: Uint8Array,
  { company, folder, pages, configuration }: BesideRequest,
  variant: LogoVariant = 'light',
): Result<LogoFile> {
  const entries = pages.flatMap(({ list }) => list.entries);
  const own = entries.filter((entry) => isSameCompany(entry.company, company));
  const others = entries.filter((entry) => !isSameCompany(entry.company, company));
  const usual = logoFileOf(folder, configuration, logo, variant);
  const parent = usual.path.slice(0, usual.path.lastIndexOf('/') + 1);
  const [ending = ''] = /\.\w+$/.exec(usual.path) ?? [];
  const known = own
    .map((entry) => logoPathOf(addressOf(entry, variant), configuration) ?? '')
    .find((path) => path.startsWith(parent));
  const path = known === undefined ? usual.path : known.replace(/\.\w+$/, ending);
  const user = userOf([path], others, configuration);
  if (user !== undefined) return failure(slugTaken(company, user.entry, user.path));
  return success(logoFileAt(path, configuration));
}

/** One logo for all pages is none for dark ones. */
function addressOf({ logo, darkLogo = logo }: Entry, variant: LogoVariant): string {
  if (variant === 'light') return logo;
  return darkLogo === logo ? '' : darkLogo;
}

import type { Configuration } from '../../config/configuration.ts';
import type { Entry } from '../../list/list.ts';
import { type Remark, remark } from '../../problem/remark.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { isSameCompany } from '../../submission/same-company.ts';
import { pictureEnding } from '../../text/picture-ending.ts';
import {
  isSameFile,
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
  /** The files in the folders of entries, from the repository's root. */
  readonly logos: readonly string[];
  readonly configuration: Configuration;
}

/**
 * The file of a company's new logo in the folder of its entry: as the one that it replaces is called, or else as configured. A file
 * that another entry shows too is not written over, and one that no entry shows gets another one beside it.
 *
 * @param logo the file's content: whether it is a PNG or an SVG
 */
export function placeBeside(
  logo: Uint8Array,
  { company, folder, pages, logos, configuration }: BesideRequest,
  variant: LogoVariant = 'light',
): Result<LogoFile & { readonly remarks: readonly Remark[] }> {
  const entries = pages.flatMap(({ list }) => list.entries);
  const own = entries.filter((entry) => isSameCompany(entry.company, company));
  const others = entries.filter((entry) => !isSameCompany(entry.company, company));
  const usual = logoFileOf(folder, configuration, logo, variant);
  const parent = usual.path.slice(0, usual.path.lastIndexOf('/') + 1);
  const [ending = ''] = pictureEnding.exec(usual.path) ?? [];
  const shown = own.map((entry) => logoPathOf(addressOf(entry, variant), configuration) ?? '');
  // A name that a template completes, as `logo`, is that of no file.
  const known = shown.find((path) => path.startsWith(parent) && pictureEnding.test(path));
  const path = known === undefined ? usual.path : known.replace(pictureEnding, ending);
  const user = userOf([path], others, configuration);
  if (user !== undefined) return failure(slugTaken(company, user.entry, user.path));
  const inTheWay = (wanted: string) => {
    const isOwn = shown.some((each) =>
      [each, each + ending].some((own) => isSameFile(own, wanted)),
    );
    return isOwn ? undefined : logos.find((each) => isSameFile(each, wanted));
  };
  const there = inTheWay(path);
  if (there === undefined) return success({ ...logoFileAt(path, configuration), remarks: [] });
  let renamed = path;
  for (let count = 2; inTheWay(renamed) !== undefined; count += 1) {
    renamed = path.replace(pictureEnding, `-${count}${ending}`);
  }
  const why =
    there === path
      ? remark('logo-file-renamed', { path, renamed })
      : remark('logo-file-case', { path: there, taken: path, renamed });
  return success({ ...logoFileAt(renamed, configuration), remarks: [why] });
}

/** One logo for all pages is none for dark ones. */
function addressOf({ logo, darkLogo = logo }: Entry, variant: LogoVariant): string {
  if (variant === 'light') return logo;
  return darkLogo === logo ? '' : darkLogo;
}

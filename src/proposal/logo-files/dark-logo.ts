import type { Configuration } from '../../config/configuration.ts';
import type { Entry, List } from '../../list/list.ts';
import { type Remark, remark } from '../../problem/remark.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { isSameCompany } from '../../submission/same-company.ts';
import { slugWithDigest } from '../../submission/slug.ts';
import { isSameFile, type LogoFile, logoFileAt, logoFileOf } from '../logo-file.ts';
import { darkField, type OpenPage } from '../open-pages.ts';
import { slugTaken, userOf } from './choose-slug.ts';

/** The file of a company's logo for dark pages. */
export interface DarkLogoFile extends LogoFile {
  readonly remarks: readonly Remark[];
}

/** What decides where a company's logo for dark pages goes. */
export interface DarkLogoRequest {
  readonly company: string;
  readonly pages: readonly OpenPage[];
  /** The files in the logo folder, from the repository's root. */
  readonly logos: readonly string[];
  readonly configuration: Configuration;
}

/**
 * The file of a company's new logo for dark pages, beside the other of the same slug. A file in the way that is no entry's, or
 * another company's, is not written over: the name gets a digest then.
 *
 * @param logo the file's content: whether it is a PNG or an SVG
 */
export function placeDarkLogo(
  slug: string,
  logo: Uint8Array,
  { company, pages, logos, configuration }: DarkLogoRequest,
): Result<DarkLogoFile> {
  const entries = pages.flatMap(({ list }) => list.entries);
  const others = entries.filter((entry) => !isSameCompany(entry.company, company));
  const own = entries.filter((entry) => isSameCompany(entry.company, company));
  const plain = logoFileOf(slug, configuration, logo, 'dark');
  const there = logos.find((path) => isSameFile(path, plain.path));
  const isOthers = userOf([plain.path], others, configuration) !== undefined;
  const isOwn = userOf([plain.path], own, configuration) !== undefined;
  if (!isOthers && (there === undefined || isOwn)) {
    return success({ ...logoFileAt(there ?? plain.path, configuration), remarks: [] });
  }
  const renamed = logoFileOf(slugWithDigest(company), configuration, logo, 'dark');
  const user = userOf([renamed.path], others, configuration);
  if (user) return failure(slugTaken(company, user.entry, user.path));
  const values = { path: plain.path, renamed: renamed.path };
  return success({ ...renamed, remarks: [remark('logo-file-renamed', values)] });
}

/**
 * The address of a logo for dark pages, as an entry has it after a change; nothing where it stays. Where nobody gave one, the
 * other logo is shown on dark pages too if every entry has both, or if this one had the same for both.
 *
 * @param light the address of the other logo
 * @param given the address of the new logo for dark pages
 */
export function darkLogoFor(
  list: List,
  entry: Entry | undefined,
  light: string,
  given: string | undefined,
): string | undefined {
  const field = darkField(list);
  if (field === undefined) return undefined;
  if (given !== undefined) return given;
  const isShared = entry === undefined ? field.required : entry.darkLogo === entry.logo;
  return isShared && light !== '' ? light : undefined;
}

import type { Configuration } from '../../config/configuration.ts';
import { isBesideEntry } from '../../config/logo-place.ts';
import type { Entry } from '../../list/list.ts';
import { problem } from '../../problem/problem.ts';
import { remark } from '../../problem/remark.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { askedFields } from '../../submission/asked-fields.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { slugOf } from '../../submission/slug.ts';
import type { Submission } from '../../submission/submission.ts';
import { slugInUse } from '../logo-file.ts';
import { entryOf, type OpenPage, showsDarkLogos, showsLogos } from '../open-pages.ts';
import { placeBeside } from './beside-entry.ts';
import { type ChosenSlug, chooseSlug, otherWithLogo, slugTaken } from './choose-slug.ts';
import { type DarkLogoFile, placeDarkLogo } from './dark-logo.ts';

/** What decides where a company's logos go. */
export interface LogoRequest {
  readonly submission: Submission;
  /** The new logo as it will be written; none leaves an entry's logo as it is. */
  readonly logo: Uint8Array | undefined;
  /** The same of the logo for dark pages, where a list has such. */
  readonly darkLogo?: Uint8Array | undefined;
  /** Every locale's page, as `openPages` gives them. */
  readonly pages: readonly OpenPage[];
  /** The files in the logo folder, from the repository's root. */
  readonly logos: readonly string[];
  readonly configuration: Configuration;
  /** The day of the request, as `2024-05-01` in UTC, for names of files that begin with it. It never changes for a request. */
  readonly date: string;
}

/** Where a company's logo goes, or the address of the one that it has. */
export function placeLogo(
  { submission, logo, pages, logos, configuration }: LogoRequest,
  known: readonly Entry[],
  folder: string | undefined,
): Result<ChosenSlug> {
  const { company } = submission;
  const pictured = askedFields(configuration).find(({ kind }) => kind === 'logo');
  if (!pictured || !pages.some(({ list }) => showsLogos(list))) {
    const remarks = logo === undefined ? [] : [remark('logo-not-shown')];
    return success({ slug: slugOf(company), path: '', url: '', remarks });
  }
  if (logo === undefined) {
    const url = known.find((entry) => entry.logo !== '')?.logo;
    if (url === undefined) {
      return pictured.required
        ? failure(problem('attachment-missing', fieldIds.logo))
        : success({ slug: slugOf(company), path: '', url: '', remarks: [] });
    }
    // Where the entry has it already, nothing is new.
    const isNew = pages.some((page) => entryOf(page, company)?.logo !== url);
    const other = isNew ? otherWithLogo(url, company, pages) : undefined;
    if (other !== undefined) return failure(slugTaken(company, other, url));
    const slug = slugInUse(url, configuration) ?? slugOf(company);
    return success({ slug, path: '', url, remarks: [] });
  }
  if (folder !== undefined) {
    const placed = placeBeside(logo, { company, folder, pages, logos, configuration });
    if (!placed.ok) return placed;
    return success({ ...placed.value, slug: slugOf(company) });
  }
  return chooseSlug(company, pages, logos, configuration, logo);
}

/** The name of the folder of a company's entry, or of its new one, if logos are in the folders of entries. */
export function folderOf(
  { submission: { company, homepage }, pages, configuration, date }: LogoRequest,
  known: readonly Entry[],
): string | undefined {
  if (!isBesideEntry(configuration.logo)) return undefined;
  const list = pages.find(({ locale }) => locale === configuration.sourceLocale)?.list;
  const file = known[0]?.place.details['file'];
  const values = { company, logo: '', text: '', ...(homepage !== undefined && { homepage }), date };
  return file === undefined ? list?.format.fileFor?.(list, values) : String(file);
}

/** Where a new logo for dark pages goes: nowhere, where none was given or no page has such. */
export function placeDark(
  { submission: { company }, darkLogo, pages, logos, configuration }: LogoRequest,
  slug: string,
  folder: string | undefined,
): Result<Partial<DarkLogoFile> & Pick<DarkLogoFile, 'remarks'>> {
  if (darkLogo === undefined) return success({ remarks: [] });
  if (!showsDarkLogos(pages)) return success({ remarks: [remark('logo-dark-not-shown')] });
  if (folder !== undefined) {
    return placeBeside(darkLogo, { company, folder, pages, logos, configuration }, 'dark');
  }
  return placeDarkLogo(slug, darkLogo, { company, pages, logos, configuration });
}

import type { Configuration } from '../config/configuration.ts';
import type { Entry } from '../page/entries.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Remark, remark } from '../problem/remark.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { fieldIds } from '../submission/field-ids.ts';
import { companyKey, isSameCompany } from '../submission/same-company.ts';
import { hasLatinLetter, slugOf, slugWithDigest } from '../submission/slug.ts';
import { logoFileOf, logoPathOf } from './logo-file.ts';
import type { OpenPage } from './open-pages.ts';

/** The slug under which a company's logo is filed. */
export interface ChosenSlug {
  readonly slug: string;
  readonly remarks: readonly Remark[];
}

/**
 * Chooses the slug of a company's new logo, so that no file of anyone else is written over.
 *
 * Another company's slug or file under a name in Latin letters is a problem that names it: most often it is the
 * same company, spelt otherwise. Names in other scripts may sound alike: theirs get a digest, and so does a file
 * that stands in the way and belongs to no entry.
 */
export function chooseSlug(
  company: string,
  pages: readonly OpenPage[],
  logos: readonly string[],
  configuration: Configuration,
  logo?: Uint8Array,
): Result<ChosenSlug> {
  const slug = slugOf(company);
  const file = logoFileOf(slug, configuration, logo);
  const key = companyKey(company);
  const entries = pages.flatMap((page) => page.entries);
  const others = entries.filter((entry) => companyKey(entry.company) !== key);
  const other = others.find(
    (entry) =>
      (entry.company !== '' && slugOf(entry.company) === slug) ||
      logoPathOf(entry.logo, configuration) === file.path,
  );
  const withDigest = slugWithDigest(company);
  if (other !== undefined) {
    if (!hasLatinLetter(company)) return success({ slug: withDigest, remarks: [] });
    return failure(slugTaken(company, other, file.path));
  }
  const isOwn = entries.some((entry) => logoPathOf(entry.logo, configuration) === file.path);
  if (isOwn || !logos.includes(file.path)) return success({ slug, remarks: [] });
  const { path: renamed } = logoFileOf(withDigest, configuration, logo);
  const remarks = [remark('logo-file-renamed', { path: file.path, renamed })];
  return success({ slug: withDigest, remarks });
}

/** The entry of another company that shows the same logo. */
export function otherWithLogo(
  url: string,
  company: string,
  pages: readonly OpenPage[],
): Entry | undefined {
  const entries = pages.flatMap((page) => page.entries);
  return entries.find((entry) => entry.logo === url && !isSameCompany(entry.company, company));
}

/** Says whose logo file a company would share. */
export function slugTaken(company: string, { company: name, logo }: Entry, path: string): Problem {
  const other = name === '' ? logo : name;
  return problem('company-slug-taken', fieldIds.company, { company, other, path });
}

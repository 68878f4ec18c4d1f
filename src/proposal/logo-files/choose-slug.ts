import type { Configuration } from '../../config/configuration.ts';
import type { Entry } from '../../list/list.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { type Remark, remark } from '../../problem/remark.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { companyKey, isSameCompany } from '../../submission/same-company.ts';
import { hasLatinLetter, slugOf, slugWithDigest } from '../../submission/slug.ts';
import {
  isSameFile,
  type LogoFile,
  logoFileAt,
  logoFileOf,
  logoPathOf,
  logoPathsOf,
  logosOf,
} from '../logo-file.ts';
import { type OpenPage, showsDarkLogos } from '../open-pages.ts';

/** The file of a company's logo, and the slug in its name. */
export interface ChosenSlug extends LogoFile {
  readonly slug: string;
  readonly remarks: readonly Remark[];
}

/**
 * Chooses the slug of a company's new logo, so that no file of anyone else is written over, nor another one made that a
 * checkout on macOS or Windows takes for it.
 *
 * Another company's slug or file under a name in Latin letters is a problem that names it: most often it is the
 * same company, spelt otherwise. Names in other scripts may sound alike: theirs get a digest, and so does a file
 * that is in the way and belongs to no entry.
 *
 * @param logo the file's content: whether it is a PNG or an SVG
 */
export function chooseSlug(
  company: string,
  pages: readonly OpenPage[],
  logos: readonly string[],
  configuration: Configuration,
  logo?: Uint8Array,
): Result<ChosenSlug> {
  const [slug, digest] = [slugOf(company), slugWithDigest(company)];
  const plain = { slug, ...logoFileOf(slug, configuration, logo) };
  const withDigest = { slug: digest, ...logoFileOf(digest, configuration, logo) };
  const key = companyKey(company);
  const entries = pages.flatMap(({ list }) => list.entries);
  const others = entries.filter((entry) => companyKey(entry.company) !== key);
  const findUser = (paths: readonly string[]) => userOf(paths, others, configuration);
  const variants = showsDarkLogos(pages) ? (['light', 'dark'] as const) : (['light'] as const);
  const pathsOf = (each: string) =>
    variants.flatMap((variant) => logoPathsOf(each, configuration, variant));
  const takeDigest = (...remarks: Remark[]): Result<ChosenSlug> => {
    const user = findUser(pathsOf(digest));
    return user
      ? failure(slugTaken(company, user.entry, user.path))
      : success({ ...withDigest, remarks });
  };

  const user = findUser(pathsOf(slug));
  const other =
    user?.entry ?? others.find((entry) => entry.company !== '' && slugOf(entry.company) === slug);
  if (other !== undefined) {
    if (!hasLatinLetter(company)) return takeDigest();
    return failure(slugTaken(company, other, user?.path ?? plain.path));
  }
  const there = logos.filter((path) => isSameFile(path, plain.path));
  const own = entries
    .flatMap(logosOf)
    .map((address) => logoPathOf(address, configuration) ?? '')
    .filter((path) => isSameFile(path, plain.path));
  const [first] = there;
  if (first === undefined || own.length > 0) {
    const path = own.find((each) => there.includes(each)) ?? first ?? plain.path;
    return success({ slug, ...logoFileAt(path, configuration), remarks: [] });
  }
  const { path: renamed } = withDigest;
  return takeDigest(
    there.includes(plain.path)
      ? remark('logo-file-renamed', { path: plain.path, renamed })
      : remark('logo-file-case', { path: first, taken: plain.path, renamed }),
  );
}

/** The first of some entries that shows one of some files, and which. */
export function userOf(
  paths: readonly string[],
  entries: readonly Entry[],
  configuration: Configuration,
): { readonly entry: Entry; readonly path: string } | undefined {
  for (const entry of entries) {
    const shown = logosOf(entry).map((address) => logoPathOf(address, configuration) ?? '');
    const path = shown.find((each) => paths.some((other) => isSameFile(each, other)));
    if (path !== undefined) return { entry, path };
  }
  return undefined;
}

/** The entry of another company that shows the same logo. */
export function otherWithLogo(
  url: string,
  company: string,
  pages: readonly OpenPage[],
): Entry | undefined {
  const entries = pages.flatMap(({ list }) => list.entries);
  return entries.find((entry) => entry.logo === url && !isSameCompany(entry.company, company));
}

/** Says whose logo file a company would share. */
export function slugTaken(company: string, { company: name, logo }: Entry, path: string): Problem {
  const other = name === '' ? logo : name;
  return problem('company-slug-taken', fieldIds.company, { company, other, path });
}

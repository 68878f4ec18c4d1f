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
} from '../logo-file.ts';
import type { OpenPage } from '../open-pages.ts';

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
  const pathOf = ({ logo }: Entry) => logoPathOf(logo, configuration) ?? '';
  const uses = (paths: readonly string[]) => (entry: Entry) =>
    paths.some((path) => isSameFile(pathOf(entry), path));
  const takeDigest = (...remarks: Remark[]): Result<ChosenSlug> => {
    const user = others.find(uses(logoPathsOf(digest, configuration)));
    return user
      ? failure(slugTaken(company, user, pathOf(user)))
      : success({ ...withDigest, remarks });
  };

  const user = others.find(uses(logoPathsOf(slug, configuration)));
  const other =
    user ?? others.find((entry) => entry.company !== '' && slugOf(entry.company) === slug);
  if (other !== undefined) {
    if (!hasLatinLetter(company)) return takeDigest();
    return failure(slugTaken(company, other, user ? pathOf(user) : plain.path));
  }
  const there = logos.filter((path) => isSameFile(path, plain.path));
  const own = entries.filter(uses([plain.path])).map(pathOf);
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

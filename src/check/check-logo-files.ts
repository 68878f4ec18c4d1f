import type { Configuration } from '../config/configuration.ts';
import { pictureEnding } from '../text/picture-ending.ts';
import { type Finding, finding } from './finding.ts';
import { filesInUse, type LogoUse } from './logo-use.ts';

/**
 * Finds logos that are no file of the repository's logo folder: missing ones, and those that lie elsewhere. Where all
 * lie elsewhere, the configuration is at fault rather than each of them, unless all are on other sites.
 *
 * @param logos the paths of the files in the logo folder
 */
export function checkLogosNamed(
  uses: readonly LogoUse[],
  logos: readonly string[],
  { logo: { url } }: Configuration,
): Finding[] {
  const present = new Set(logos);
  const missing = [...filesInUse(uses)]
    .filter(([path]) => !present.has(path))
    .map(([file, { entry }]) =>
      finding('logo-file-missing', entry.place, { company: entry.company, file }),
    );
  const elsewhere = uses.filter(({ path }) => path === undefined);
  const [first] = elsewhere;
  if (first !== undefined && elsewhere.length === uses.length && uses.length > 1) {
    if (uses.every(({ address }) => /^https?:\/\//i.test(address))) return [];
    const values = { count: uses.length, url, logo: first.address };
    return [finding('logos-all-elsewhere', first.entry.place, values)];
  }
  const others = elsewhere.map(({ entry: { company, place }, address: logo }) =>
    finding('logo-elsewhere', place, { company, logo, url }),
  );
  return [...missing, ...others];
}

const between = /[\s"'`<>()[\]{}/\\=,;?#|]+/;

/**
 * Finds pictures in the logo folder that no page names. Careful: a page that so much as mentions a file's name,
 * anywhere, uses it.
 *
 * @param uses the logos that entries name
 * @param texts the pages' whole texts
 */
export function checkLogosUnused(
  uses: readonly LogoUse[],
  logos: readonly string[],
  texts: readonly string[],
): Finding[] {
  const used = filesInUse(uses);
  const mentioned = new Set(
    texts.flatMap((text) => text.split(between)).filter((word) => pictureEnding.test(word)),
  );
  return logos
    .filter((path) => pictureEnding.test(path) && !used.has(path))
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return !mentioned.has(name) && !mentioned.has(encodeURIComponent(name));
    })
    .map((path) => finding('logo-file-unused', { path }, { file: path }));
}

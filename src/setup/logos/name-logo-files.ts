import { slugOf } from '../../submission/slug.ts';
import type { FoundCompany } from '../lists/found-list.ts';

/** How logo files are named, and how many of a page's are. */
export interface LogoFilePattern {
  /** Such as `{slug}-logo.png`: always a PNG, for that is what new ones are. */
  readonly file: string;
  readonly like: number;
}

/** The pattern if nothing is known, and the one if files follow no pattern but are not called logos either. */
const usual: LogoFilePattern = { file: '{slug}-logo.png', like: 0 };
const plain: LogoFilePattern = { file: '{slug}.png', like: 0 };

/** The pattern for logos in the folders of their entries: the name that most of them have, otherwise as for other logos. */
export function nameLogosBeside(companies: readonly FoundCompany[]): LogoFilePattern {
  const names = companies.map(({ logo }) => stemOf(logo)).filter((stem) => stem !== '');
  const usualName = mostFrequent(names);
  const isShared =
    usualName !== undefined && usualName.like > 1 && usualName.like * 2 > names.length;
  return isShared && isUsable(`${usualName.file}.png`)
    ? { file: `${usualName.file}.png`, like: usualName.like }
    : nameLogoFiles(companies);
}

/**
 * Finds how a page's logo files are named: what most of them have around the company's slug; else the ending that
 * most of them share.
 */
export function nameLogoFiles(companies: readonly FoundCompany[]): LogoFilePattern {
  const stems = companies
    .map(({ name, logo }) => ({ name, stem: stemOf(logo) }))
    .filter(({ stem }) => stem !== '');
  const around = stems.flatMap(({ name, stem }) => patternAround(slugOf(name), stem));
  const endings = stems.flatMap(({ stem }) => patternOfEnding(stem));
  for (const found of [mostFrequent(around), mostFrequent(endings)]) {
    if (found !== undefined && found.like * 3 >= stems.length && isUsable(found.file)) return found;
  }
  const called = stems.filter(({ stem }) => /logo/i.test(stem));
  return stems.length > 0 && called.length * 3 < stems.length ? plain : usual;
}

/** A logo file's name without its ending, from a page's `src`. */
function stemOf(logo: string): string {
  const name =
    logo
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? '';
  return name.replace(/\.[^.]*$/, '');
}

function patternAround(slug: string, stem: string): string[] {
  const lower = stem.toLowerCase();
  for (const spelt of [slug, slug.replaceAll('-', ''), slug.replaceAll('-', '_')]) {
    const at = spelt === '' ? -1 : lower.indexOf(spelt);
    if (at !== -1) return [`${stem.slice(0, at)}{slug}${stem.slice(at + spelt.length)}.png`];
  }
  return [];
}

function patternOfEnding(stem: string): string[] {
  const ending = /[-_][A-Za-z]+$/.exec(stem)?.[0];
  return ending === undefined ? [] : [`{slug}${ending}.png`];
}

function mostFrequent(files: readonly string[]): LogoFilePattern | undefined {
  const groups = [...Map.groupBy(files, (file) => file).values()];
  const most = groups.toSorted((one, other) => other.length - one.length)[0];
  return most?.[0] === undefined ? undefined : { file: most[0], like: most.length };
}

function isUsable(file: string): boolean {
  return /^[\w.-]+$/.test(file.replace('{slug}', 'x')) && !file.startsWith('.');
}

import { createHash } from 'node:crypto';
import { transliterate } from 'transliteration';
import { companyKey } from './same-company.ts';

const mostCharacters = 50;

/** Signs that tell names apart: without their words, C, C++ and C# would be one. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/\+/g, ' plus '],
  [/&/g, ' and '],
  [/(?<=\p{L})#/gu, ' sharp '],
];

/** Names that Windows keeps for devices, whatever follows their first dot. */
const reservedByWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A company's name as a file name shows it: readable, `a-z`, `0-9` and single hyphens, 1 to 50 characters.
 * Other scripts are transliterated; a name of which nothing is left (an emoji) is called `company-` and a digest.
 */
export function slugOf(name: string): string {
  const slug = cut(hyphenated(inLatinLetters(name)), mostCharacters);
  if (slug === '') return `company-${digestOf(name, 8)}`;
  return reservedByWindows.test(slug) ? `company-${slug}` : slug;
}

/** The slug and six digits of the name's digest: for a name whose plain slug is another company's, at most 50 characters. */
export function slugWithDigest(name: string): string {
  return `${cut(slugOf(name), mostCharacters - 7)}-${digestOf(name, 6)}`;
}

/** Whether a name has a letter that a slug shows as it is. A slug of other scripts is a guess that may collide. */
export function hasLatinLetter(name: string): boolean {
  return /[\p{Script=Latin}&&\p{L}]/v.test(name.normalize('NFKC'));
}

function inLatinLetters(name: string): string {
  let spelt = name.normalize('NFKC');
  for (const [sign, word] of signs) spelt = spelt.replace(sign, word);
  return transliterate(spelt.replace(/\p{Script=Han}+/gu, inPinyin)).toLowerCase();
}

/** Names are one word in pinyin (`alibaba`); longer runs are phrases, readable only with their syllables apart. */
function inPinyin(characters: string): string {
  const fixChineseSpacing = Array.from(characters).length > 4;
  return ` ${transliterate(characters, { fixChineseSpacing })} `;
}

/** Apostrophes, and the signs that transliteration makes of letters without a Latin one, part no words. */
function hyphenated(latin: string): string {
  return latin
    .replace(/['`’‘"@]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function cut(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-$/, '');
}

function digestOf(name: string, digits: number): string {
  return createHash('sha256').update(companyKey(name)).digest('hex').slice(0, digits);
}

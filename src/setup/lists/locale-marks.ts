import { languageName } from '../../submission/language-name.ts';

/** One way to read a path: the locale that a part of it names, and the path without that part. */
export interface PathReading {
  /** Equal for the pages that are one page in several locales. */
  readonly common: string;
  /** Nothing where no part of the path is taken for a locale. */
  readonly locale: string | undefined;
  /** Whether that part can hardly be anything but a locale. */
  readonly isCertain: boolean;
}

const locale = '[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?';
const wholeName = new RegExp(`^${locale}$`);
const folderEnding = new RegExp(`^(.+?)([._-])(${locale})$`);
const fileEnding = new RegExp(`^(.+?)([._])(${locale})(\\.[A-Za-z]+)$`);

/** How many projects mark a Chinese file, and some others: behind a dash, or by the country. */
const eastAsian = /^(.+?)[-_.](zh(?:[-_](?:cn|tw|hk|hans|hant))?|cn|ja|jp|ko)(\.[A-Za-z]+)$/i;
const byCountry: Readonly<Record<string, string>> = { cn: 'zh', jp: 'ja' };

/** Folders that have locales' folders directly in them. */
const aboveLocales = /^(?:content|docs|pages|i18n|locales?|translations|languages)$/;

/** Where Docusaurus keeps a translated plugin's files, and where the originals are. */
const originals: Readonly<Record<string, readonly string[]>> = {
  'docusaurus-plugin-content-docs': ['docs'],
  'docusaurus-plugin-content-pages': ['src', 'pages'],
  'docusaurus-plugin-content-blog': ['blog'],
};

/**
 * Every way to read a path: as it is, then `content/zh/…` and `i18n/zh/…`, `content.zh/…`, and `page.zh.md`. Short
 * names are locales as often as not; other paths tell.
 */
export function readingsOf(path: string): readonly PathReading[] {
  const segments = path.split('/');
  const plain = { common: path, locale: undefined, isCertain: false };
  return [plain, ...segments.flatMap((_segment, index) => readingAt(segments, index))];
}

function readingAt(segments: readonly string[], index: number): readonly PathReading[] {
  const segment = segments[index] ?? '';
  if (index === segments.length - 1) {
    const [, stem, separator, mark, extension] = fileEnding.exec(segment) ?? [];
    if (mark === undefined || !isLocale(mark)) return eastAsianReading(segments, segment);
    const common = segments.with(index, `${stem}${extension}`).join('/');
    const isCertain = separator === '.' && isShort(mark);
    return [{ common, locale: mark, isCertain }];
  }
  if (isLocale(segment)) {
    const isCertain = aboveLocales.test(segments[index - 1] ?? '') && isShort(segment);
    return [{ common: withoutFolder(segments, index), locale: segment, isCertain }];
  }
  const [, stem, separator, mark] = folderEnding.exec(segment) ?? [];
  if (stem === undefined || mark === undefined || !isLocale(mark)) return [];
  const common = segments.with(index, stem).join('/');
  const isCertain = separator === '.' && aboveLocales.test(stem) && isShort(mark);
  return [{ common, locale: mark, isCertain }];
}

function eastAsianReading(segments: readonly string[], name: string): readonly PathReading[] {
  const [, stem, mark, extension] = eastAsian.exec(name) ?? [];
  if (mark === undefined) return [];
  const common = segments.with(-1, `${stem}${extension}`).join('/');
  return [{ common, locale: byCountry[mark.toLowerCase()] ?? mark, isCertain: false }];
}

function withoutFolder(segments: readonly string[], index: number): string {
  const isTranslation = segments[index - 1] === 'i18n';
  const above = segments.slice(0, isTranslation ? index - 1 : index);
  const below = segments.slice(index + 1);
  const original = isTranslation ? originals[below[0] ?? ''] : undefined;
  if (original === undefined) return [...above, ...below].join('/');
  return [...above, ...original, ...below.slice(below[1] === 'current' ? 2 : 1)].join('/');
}

/** Whether its language has two letters: of three, `new` and `doc` are languages too. */
function isShort(mark: string): boolean {
  return /^[a-z]{2}(?![a-z])/i.test(mark);
}

/** Whether a name is a locale's: it looks like one, and there is such a language. */
function isLocale(name: string): boolean {
  return wholeName.test(name) && languageName(name, 'en') !== name;
}

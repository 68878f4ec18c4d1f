import type { LogoMeasures } from '../../src/check/check-logo-pictures.ts';
import { checkRepository } from '../../src/check/check-repository.ts';
import type { Finding } from '../../src/check/finding.ts';
import type { Configuration } from '../../src/config/configuration.ts';
import type { PageText } from '../../src/proposal/snapshot.ts';
import { configurationOf } from '../submission/configuration.ts';
import { logoPage, type WrittenCompany } from '../support/logo-page.ts';

/** A logo that is as it should be. */
export const goodLogo: LogoMeasures = { format: 'png', width: 600, height: 600, visualSize: 0.45 };

/** What stands in a repository. Pages are companies or a whole text; a picture without measures is none. */
export interface CheckedRepository {
  readonly en: readonly WrittenCompany[] | string | PageText | undefined;
  readonly zh?: CheckedRepository['en'];
  /** The files in the logo folder, by name; those that the pages name unless given. */
  readonly logos?: Readonly<Record<string, LogoMeasures | undefined>>;
  readonly order?: Configuration['order'];
}

/** Checks a repository of one locale, or of two. */
export function check(repository: CheckedRepository): Promise<readonly Finding[]> {
  const pages = Object.fromEntries(
    Object.entries({ en: repository.en, ...('zh' in repository && { zh: repository.zh }) }).map(
      ([locale, page]) => [locale, toText(page)],
    ),
  );
  const paths = Object.keys(pages).map((locale) => `${locale}: ${locale}.md`);
  const order = repository.order ?? 'append';
  const configuration = configurationOf(`pages: {${paths.join(', ')}}\norder: ${order}`);
  const logos = repository.logos ?? logosNamedIn(Object.values(pages));
  const { directory } = configuration.logo;
  const names = new Map<Uint8Array, string>();
  return checkRepository({
    configuration,
    snapshot: { pages, logos: Object.keys(logos).map((name) => `${directory}/${name}`) },
    reader: {
      async read(path) {
        const bytes = new Uint8Array();
        names.set(bytes, path.slice(directory.length + 1));
        return bytes;
      },
      async measure(bytes) {
        return logos[names.get(bytes) ?? ''];
      },
    },
  });
}

/** Checks a list of any format, as it is configured. Of its logos none is looked at. */
export function checkList(
  text: string,
  configuration: string,
  logos: readonly string[] = [],
): Promise<readonly Finding[]> {
  const read = configurationOf(configuration);
  const pages = Object.fromEntries(read.locales.map((locale) => [locale, { text }]));
  const snapshot = { pages, logos: logos.map((name) => `${read.logo.directory}/${name}`) };
  const reader = { read: async () => undefined, measure: async () => undefined };
  return checkRepository({ configuration: read, snapshot, reader });
}

/** Findings by what a test looks at. */
export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(({ code, path, line = '' }) => `${path}:${line} ${code}`);
}

function toText(page: CheckedRepository['en']): PageText | undefined {
  if (page === undefined || page === 'not-utf8') return page;
  if (typeof page === 'string') return { text: page };
  return 'text' in page ? page : { text: logoPage(page) };
}

function logosNamedIn(
  pages: readonly (PageText | undefined)[],
): Readonly<Record<string, LogoMeasures>> {
  const texts = pages.flatMap((page) => (typeof page === 'object' ? [page.text] : []));
  const names = texts.flatMap((text) => [...text.matchAll(/poweredby\/([^'"]+\.png)/g)]);
  return Object.fromEntries(names.map(([, name = '']) => [name, goodLogo]));
}

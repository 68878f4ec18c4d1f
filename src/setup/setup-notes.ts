import { languageOf } from '../config/language-of.ts';
import type { Values } from '../problem/values.ts';
import type { DefaultLinkTexts } from '../proposal/link-text.ts';
import type { LogoSize } from './logos/logo-size.ts';
import type { LogoFilePattern } from './logos/name-logo-files.ts';
import type { SetupFacts } from './setup-facts.ts';

/** Everything that set-up tells; `templates/LANGUAGE/setup.yml` holds a sentence for each. */
export const setupNoteCodes = [
  'source-page',
  'page',
  'table',
  'logos',
  'logos-not-found',
  'logo-files',
  'logo-files-guessed',
  'logo-size',
  'logo-size-guessed',
  'project',
  'project-kept',
  'project-unknown',
  'link-text-missing',
  'order-alphabetical',
  'order-append',
  'other-table',
  'incomplete',
  'below-root',
] as const;

/** One thing that set-up found, or chose. */
export interface SetupNote {
  readonly code: (typeof setupNoteCodes)[number];
  /** What its sentence names. */
  readonly values: Values;
}

/**
 * Tells what was found, in the order of the configuration.
 *
 * @param linkTexts the texts that links get without a setting of their own, by language
 */
export function setupNotes(
  facts: SetupFacts,
  pattern: LogoFilePattern,
  size: LogoSize,
  linkTexts: DefaultLinkTexts,
): readonly SetupNote[] {
  const { chosen, logos, limit, rootAbove } = facts;
  const { group, others } = chosen;
  const { file, like } = pattern;
  const { directory, url, named } = logos;
  const [source] = group.pages;
  const place = { directory, url, named, present: logos.present.length };
  const locales = group.pages.map(({ locale }) => locale);
  const withoutText = locales.filter((locale) => linkTexts[languageOf(locale)] === undefined);
  return [
    ...group.pages.map(({ locale, path, companies }) =>
      note(locale === source?.locale ? 'source-page' : 'page', {
        locale,
        path,
        companies: companies.length,
      }),
    ),
    note('table', { table: group.table }),
    note(logos.present.length > 0 ? 'logos' : 'logos-not-found', place),
    note(like > 0 ? 'logo-files' : 'logo-files-guessed', {
      file,
      like,
      companies: group.companies,
    }),
    note(size.like > 0 ? 'logo-size' : 'logo-size-guessed', { ...size }),
    projectNote(facts),
    ...(withoutText.length === 0
      ? []
      : [note('link-text-missing', { locales: withoutText.join(', ') })]),
    note(source?.isAlphabetical ? 'order-alphabetical' : 'order-append'),
    ...others.map(({ table, pages, companies }) =>
      note('other-table', { table, path: pages[0]?.path ?? '', companies }),
    ),
    ...(limit === undefined ? [] : [note('incomplete', { limit })]),
    ...(rootAbove === undefined ? [] : [note('below-root', { root: rootAbove })]),
  ];
}

function projectNote({ project, keptProject }: SetupFacts): SetupNote {
  if (keptProject !== undefined) return note('project-kept', { project: keptProject });
  return project === undefined ? note('project-unknown') : note('project', { ...project });
}

function note(code: SetupNote['code'], values: Values = {}): SetupNote {
  return { code, values };
}

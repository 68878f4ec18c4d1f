import type { FieldSettings } from '../config/configuration.ts';
import { languageOf } from '../config/language-of.ts';
import { writeCanvas } from '../config/logo-sizes.ts';
import type { Values } from '../problem/values.ts';
import type { DefaultLinkTexts } from '../proposal/link-text.ts';
import type { ListSettings } from './list-settings.ts';
import { isAlphabetical } from './lists/found-list.ts';
import type { UsualSize } from './logos/logo-size.ts';
import type { LogoFilePattern } from './logos/name-logo-files.ts';
import type { SetupFacts } from './setup-facts.ts';

/** Everything that set-up tells; `templates/LANGUAGE/setup.yml` holds a sentence for each. */
export const setupNoteCodes = [
  'source-page',
  'page',
  'table',
  'list',
  'reason-asked',
  'reason-file',
  'reason-heading',
  'reason-folder',
  'fields',
  'group',
  'no-logos',
  'logos-optional',
  'logos',
  'logos-not-found',
  'logos-elsewhere',
  'logo-files',
  'logo-files-guessed',
  'logo-size',
  'logo-size-mixed',
  'logo-size-guessed',
  'project',
  'project-kept',
  'project-unknown',
  'link-text-missing',
  'markup-inline',
  'http-links',
  'reformat-table',
  'order-alphabetical',
  'order-append',
  'order-as-is-sorted',
  'order-as-is-end',
  'order-as-is-few',
  'order-files',
  'other-table',
  'other-list',
  'incomplete',
  'passed-over',
  'below-root',
] as const;

/** One thing that set-up found, or chose. */
export interface SetupNote {
  readonly code: (typeof setupNoteCodes)[number];
  /** What its sentence names. */
  readonly values: Values;
}

/** How logos will be named and how large they will be. */
export interface LogoWays {
  readonly pattern: LogoFilePattern;
  readonly size: UsualSize;
}

/**
 * Tells what was found, in the order of the configuration.
 *
 * @param linkTexts the texts of links without their own setting, by language
 */
export function setupNotes(
  facts: SetupFacts,
  settings: ListSettings,
  ways: LogoWays,
  linkTexts: DefaultLinkTexts,
): readonly SetupNote[] {
  const { chosen, limit, rootAbove } = facts;
  const isGrid = settings.format === 'front-matter-table';
  const [source] = chosen.group.pages;
  const orders = isGrid
    ? note(source && isAlphabetical(source) ? 'order-alphabetical' : 'order-append')
    : note(orderNote(settings, chosen.group));
  return [
    ...(isGrid ? gridNotes(facts) : listNotes(facts, settings)),
    ...logoNotes(facts, settings, ways),
    projectNote(facts),
    ...linkTextNotes(facts, settings, linkTexts),
    ...(settings.markup === 'inline' ? [note('markup-inline')] : []),
    ...(settings.httpLinks && !isGrid ? [note('http-links')] : []),
    ...(settings.reformat === undefined ? [] : [note('reformat-table')]),
    orders,
    ...otherNotes(facts),
    ...(facts.passedOver === 0 ? [] : [note('passed-over', { count: facts.passedOver })]),
    ...(limit === undefined ? [] : [note('incomplete', { limit })]),
    ...(rootAbove === undefined ? [] : [note('below-root', { root: rootAbove })]),
  ];
}

function gridNotes({ chosen: { group } }: SetupFacts): readonly SetupNote[] {
  const [source] = group.pages;
  const pages = group.pages.map(({ locale, path, entries }) =>
    note(locale === source?.locale ? 'source-page' : 'page', {
      locale,
      path,
      companies: entries.length,
    }),
  );
  return [...pages, note('table', { table: group.within })];
}

function listNotes(
  { chosen: { group } }: SetupFacts,
  { format, fields, groups }: ListSettings,
): readonly SetupNote[] {
  const { reason } = group;
  const lists = group.pages.map(({ locale, path, within, entries }) =>
    note('list', { locale, path, within, format, companies: entries.length }),
  );
  const named = Object.entries(fields);
  const required = named.flatMap(([name, { role, required: isRequired, homepage }]) => [
    ...(isRequired || role === 'name' ? [name] : []),
    ...(typeof homepage === 'object' && homepage.required ? ['homepage'] : []),
  ]);
  return [
    ...lists,
    ...(reason === 'pictures' ? [] : [note(`reason-${reason}`)]),
    note('fields', {
      fields: named.map(([name, field]) => describeField(name, field)).join(', '),
      required: [...required, ...(groups.length > 0 ? ['group'] : [])].join(', '),
    }),
    ...(groups.length > 0 ? [note('group', { groups: groups.join(', ') })] : []),
  ];
}

function describeField(name: string, { role, homepage, choices = [] }: FieldSettings): string {
  const link = homepage === undefined ? [] : ['homepage'];
  return `${name} (${[role, ...link, ...choices].join(', ')})`;
}

function logoNotes(
  { chosen: { group }, logos }: SetupFacts,
  { logo }: ListSettings,
  { pattern, size }: LogoWays,
): readonly SetupNote[] {
  if (logo === 'none') return [note('no-logos')];
  const { directory, url, named } = logos;
  const { file, like } = pattern;
  const place = { directory, url, named, present: logos.present.length };
  return [
    note(placeCode(logos), place),
    ...(logo === 'optional' ? [note('logos-optional')] : []),
    note(like > 0 ? 'logo-files' : 'logo-files-guessed', {
      file,
      like,
      companies: group.companies,
    }),
    sizeNote(size),
  ];
}

function placeCode({ present, isElsewhere }: SetupFacts['logos']): SetupNote['code'] {
  if (present.length > 0) return 'logos';
  return isElsewhere ? 'logos-elsewhere' : 'logos-not-found';
}

function sizeNote({ size, like, of }: UsualSize): SetupNote {
  const canvas = writeCanvas(size, ' × ');
  if (like > 0) return note('logo-size', { canvas, like });
  return note(of > 0 ? 'logo-size-mixed' : 'logo-size-guessed', { canvas });
}

function linkTextNotes(
  { chosen: { group } }: SetupFacts,
  { fields, format }: ListSettings,
  linkTexts: DefaultLinkTexts,
): readonly SetupNote[] {
  const hasLinks =
    format === 'front-matter-table' || Object.values(fields).some(({ role }) => role === 'link');
  const locales = group.pages.map(({ locale }) => locale);
  const withoutText = locales.filter((locale) => linkTexts[languageOf(locale)] === undefined);
  return hasLinks && withoutText.length > 0
    ? [note('link-text-missing', { locales: withoutText.join(', ') })]
    : [];
}

function otherNotes({ chosen: { others } }: SetupFacts): readonly SetupNote[] {
  return others.map(({ format, within, pages, companies, address = '' }) => {
    const path = pages[0]?.path ?? '';
    return format === 'front-matter-table'
      ? note('other-table', { table: within, path, companies })
      : note('other-list', { path, format, companies, address });
  });
}

function projectNote({ project, keptProject }: SetupFacts): SetupNote {
  if (keptProject !== undefined) return note('project-kept', { project: keptProject });
  return project === undefined ? note('project-unknown') : note('project', { ...project });
}

function note(code: SetupNote['code'], values: Values = {}): SetupNote {
  return { code, values };
}

/** Fewer companies do not show an order. */
const fewestInOrder = 3;

function orderNote(
  { format, isSorted }: ListSettings,
  { companies }: SetupFacts['chosen']['group'],
): SetupNote['code'] {
  if (format === 'entry-files') return 'order-files';
  if (companies < fewestInOrder) return 'order-as-is-few';
  return isSorted ? 'order-as-is-sorted' : 'order-as-is-end';
}

import mustache from 'mustache';
import { Document, isMap, stringify } from 'yaml';
import type { LogoConfiguration } from '../config/configuration.ts';
import { languageOf } from '../config/language-of.ts';
import { listName } from '../config/list-name.ts';
import { writeCanvas } from '../config/logo-sizes.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import {
  defaultLanguage,
  type Language,
  languages,
  unnamedProject,
} from '../config/reply-languages.ts';
import type { DefaultLinkTexts } from '../proposal/link-text.ts';
import type { ListSettings } from './list-settings.ts';

/** What set-up found out for a configuration; everything else keeps its default. */
export interface ConfigurationValues {
  /** The source locale first. */
  readonly pages: readonly { readonly locale: string; readonly path: string }[];
  readonly list: ListSettings;
  readonly project: string | undefined;
  readonly logo: Pick<LogoConfiguration, 'directory' | 'url' | 'file' | 'darkFile' | 'size'>;
  readonly language: Language;
  /** The message of a commit that adds a company. */
  readonly commit: string;
  /** The texts of links without their own setting, by language. */
  readonly linkTexts: DefaultLinkTexts;
}

/** As a sentence lists them: “en or zh”. */
const allLanguages = new Intl.ListFormat('en', { type: 'disjunction' }).format(languages);

/**
 * Writes the text of a `.github/poweredby.yml`, with comments. Keys that keep their default are shown, commented out.
 *
 * @param template the text of `templates/configuration.yml`
 */
export function writeConfiguration(template: string, values: ConfigurationValues): string {
  const { label, open, quota } = defaults();
  const { list } = values;
  const linkTexts = values.pages.map(({ locale }, index) => ({
    locale,
    isUsual: index === 0 && list.linkText !== undefined,
    text:
      (index === 0 ? list.linkText : undefined) ??
      values.linkTexts[languageOf(locale)] ??
      values.linkTexts[defaultLanguage],
  }));
  const { size } = values.logo;
  const isGrid = list.format === 'front-matter-table';
  const view = {
    ...values,
    isGrid,
    isFolder: list.format === 'entry-files',
    isList: !isGrid && list.format !== 'entry-files',
    named: isGrid ? list.within : list.within !== '' && { within: list.within },
    fields: Object.entries(list.fields).map(([name, settings]) => toFlow({ [name]: settings })),
    hasFields: !isGrid && Object.keys(list.fields).length > 0,
    groups: list.groups.length > 0 && toFlow({ choices: list.groups }),
    isInline: list.markup === 'inline',
    hasLogos: list.logo !== 'none',
    isOptional: list.logo === 'optional',
    canvas: typeof size === 'number' ? size : writeCanvas(size, 'x'),
    showsLinks: isGrid || Object.values(list.fields).some(({ role }) => role === 'link'),
    linkTexts,
    hasLinkText: list.linkText !== undefined,
    label,
    open,
    unnamedProject: unnamedProject[values.language],
    listName: nameOf(values),
    quota,
    languages: allLanguages,
  };
  return mustache.render(template, view, {}, { escape: toYaml });
}

function nameOf({ pages, list: { format } }: ConfigurationValues): string {
  const [source] = pages;
  return listName({ format, pages: { source: source?.path ?? '' }, sourceLocale: 'source' });
}

/** A value as it is written after a key, quoted where YAML would take it for something else. */
function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

/** A mapping of one key as it is written on one line, its value between braces. */
function toFlow(value: Readonly<Record<string, unknown>>): string {
  const document = new Document(value);
  if (!isMap(document.contents)) return '';
  for (const { value: inner } of document.contents.items) {
    if (inner !== null && typeof inner === 'object' && 'items' in inner) {
      Object.assign(inner, { flow: true });
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

function defaults() {
  const read = readConfiguration('pages: {en: page.md}');
  if (!read.ok) throw new Error('A configuration with nothing but a page is refused');
  return read.value;
}

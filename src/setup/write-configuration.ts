import mustache from 'mustache';
import { stringify } from 'yaml';
import type { LogoConfiguration } from '../config/configuration.ts';
import { languageOf } from '../config/language-of.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import { defaultLanguage, languages } from '../config/reply-languages.ts';
import type { DefaultLinkTexts } from '../proposal/link-text.ts';

/** What set-up found out for a configuration; everything else keeps its default. */
export interface ConfigurationValues {
  /** The source locale first. */
  readonly pages: readonly { readonly locale: string; readonly path: string }[];
  readonly table: string;
  readonly project: string | undefined;
  readonly logo: LogoConfiguration;
  readonly language: string;
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
  const { label, open, commit, quota } = defaults();
  const linkTexts = values.pages.map(({ locale }) => ({
    locale,
    text: values.linkTexts[languageOf(locale)] ?? values.linkTexts[defaultLanguage],
  }));
  const view = {
    ...values,
    linkTexts,
    label,
    open,
    commit: commit.add,
    quota,
    languages: allLanguages,
  };
  return mustache.render(template, view, {}, { escape: toYaml });
}

/** A value as it is written after a key, quoted where YAML would take it for something else. */
function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function defaults() {
  const read = readConfiguration('pages: {en: page.md}');
  if (!read.ok) throw new Error('A configuration with nothing but a page is refused');
  return read.value;
}

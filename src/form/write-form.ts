import mustache from 'mustache';
import { type Configuration, formatTraits } from '../config/configuration.ts';
import { isCommonName, listName } from '../config/list-name.ts';
import { type AskedField, askedFields, takesSeveralLinks } from '../submission/asked-fields.ts';
import { languageName } from '../submission/language-name.ts';
import { limits } from '../submission/limits.ts';
import { ownValue } from '../text/own-value.ts';
import { distinctLabels } from './distinct-labels.ts';
import { withChecksum } from './form-checksum.ts';

/** Where a repository keeps its issue form. */
export const formPath = '.github/ISSUE_TEMPLATE/powered-by.yml';

/**
 * Writes the issue form for a repository: a field for each thing that its list says of a company, and texts for each of its
 * locales.
 *
 * @param template the text of `templates/LANGUAGE/issue-form.yml` in the configuration's language.
 */
export function writeForm(template: string, configuration: Configuration): string {
  const fields = askedFields(configuration);
  const write = (asked: readonly AskedField[]) =>
    withoutRefusedWords(
      mustache.render(template, viewOf(asked, configuration), {}, { escape: escapeForYaml }),
    );
  const form = write(fields);
  const distinct = distinctLabels(fields, form);
  return withChecksum(distinct === fields ? form : write(distinct));
}

/** What the template shows. Each field has a section by its kind. */
function viewOf(fields: readonly AskedField[], configuration: Configuration) {
  const { locales, sourceLocale, project, label, language, httpLinks, format, markup } =
    configuration;
  const list = listName(configuration);
  const names = distinctLanguageNames(locales, language);
  const mayChooseSeveral = ({ name = '' }: AskedField) =>
    ownValue(configuration.fields, name)?.multiple === true;
  return {
    project,
    label,
    limits,
    httpLinks,
    list,
    // A company knows neither a data file nor a README as the list.
    isListKnown: !formatTraits[format].isData && !isCommonName(list.slice(list.indexOf('/') + 1)),
    isOnPage: format === 'front-matter-table',
    isInline: markup === 'inline',
    sourceLanguage: names.get(sourceLocale),
    translated: locales.length > 1,
    hasLogo: fields.some(({ kind }) => kind === 'logo'),
    fields: fields.map((field) => {
      const { id, locale } = field;
      const { choices, required } = askedInForm(field);
      return {
        id,
        ownLabel: field.label ?? '',
        required,
        choices,
        multiple:
          field.kind === 'homepage'
            ? takesSeveralLinks(field, configuration)
            : mayChooseSeveral(field),
        language: names.get(locale ?? ''),
        limit: field.role === 'none' ? limits.words : limits.value,
        [sectionOf({ ...field, choices }, sourceLocale)]: true,
      };
    }),
  };
}

/** The choices that the form offers for a field, and whether it cannot be sent without an answer. */
export function askedInForm({
  choices: all,
  required,
}: AskedField): Pick<AskedField, 'choices' | 'required'> {
  // GitHub keeps this answer for who chooses nothing.
  const choices = all.filter((choice) => !/^none$/i.test(choice));
  return { choices, required: required && choices.length === all.length };
}

/** The section of the template that shows a field. */
function sectionOf({ kind, locale, role, choices }: AskedField, sourceLocale: string): string {
  const isFurther = locale !== sourceLocale;
  switch (kind) {
    case 'text':
      return isFurther ? 'furtherText' : 'text';
    case 'link-text':
      return isFurther ? 'furtherLinkText' : 'linkText';
    case 'group':
      return choices.length > 0 ? 'dropdown' : kind;
    case 'own': {
      if (choices.length > 0) return 'dropdown';
      if (role === 'contact') return role;
      return role === 'none' ? 'words' : 'value';
    }
    default:
      return kind;
  }
}
/** Labels tell the fields apart, so two locales of one language (`zh-CN`, `zh_cn`) also show which they are. */
function distinctLanguageNames(
  locales: readonly string[],
  reader: string,
): ReadonlyMap<string, string> {
  const names = locales.map((locale) => languageName(locale, reader));
  return new Map(
    locales.map((locale, index) => {
      const name = names[index] ?? locale;
      const shared = names.indexOf(name) !== names.lastIndexOf(name);
      return [locale, shared ? `${name} (${locale})` : name];
    }),
  );
}

/**
 * GitHub takes no form in which a field's label has one of these words, as those who steal passwords would ask for them. A list may
 * have a column of such a name, and a project such a name itself.
 */
const refusedWords = /(pass)(word)|(sec)(ret)|(to)(ken)|(cre)(dential)/gi;

/** A form whose labels have a hyphen in the words that GitHub refuses. */
function withoutRefusedWords(form: string): string {
  return form.replace(/^ {6}label: .*$/gm, (line) =>
    line.replace(refusedWords, (_, ...syllables: readonly (string | undefined)[]) =>
      syllables
        .slice(0, 8)
        .filter((syllable) => syllable !== undefined)
        .join('-'),
    ),
  );
}

/**
 * Text as it is between double quotes in YAML: JSON's escapes are YAML's, and the breaks and invisible
 * characters that only YAML 1.1 (GitHub's) minds are escaped too.
 */
function escapeForYaml(value: unknown): string {
  return JSON.stringify(String(value))
    .slice(1, -1)
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

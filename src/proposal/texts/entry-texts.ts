import type { Configuration } from '../../config/configuration.ts';
import { languageOf } from '../../config/language-of.ts';
import type { Entry, EntryLink } from '../../list/list.ts';
import { type Remark, remark } from '../../problem/remark.ts';
import { cleanText } from '../../submission/clean-text.ts';
import { languageAmong } from '../../submission/language-name.ts';
import type { Submission } from '../../submission/submission.ts';
import { ownValue } from '../../text/own-value.ts';
import { type DefaultLinkTexts, lacksProject, linkTextFor } from '../link-text.ts';
import { type OpenPage, showsLinks } from '../open-pages.ts';

/** What decides an entry's words in one locale. */
export interface TextSources {
  readonly submission: Submission;
  readonly configuration: Configuration;
  readonly defaultLinkTexts: DefaultLinkTexts;
  /** The company's entry on the source locale's page. */
  readonly source: Entry | undefined;
  /** That entry, or else the one of the first page that has any. */
  readonly known: Entry | undefined;
}

/** An entry's words; what is absent stays as it is. */
export interface EntryTexts {
  readonly text?: string;
  readonly link?: EntryLink;
  readonly remarks: readonly Remark[];
}

/**
 * The words of an entry in a locale. A locale without a text of its own shows the source locale's, and a remark asks
 * for a translation; an existing translation is kept.
 */
export function textsFor(
  { locale, list }: OpenPage,
  entry: Entry | undefined,
  sources: TextSources,
): EntryTexts {
  const { text, remarks } = textFor(locale, entry, sources);
  const { link, remarks: linkRemarks } = linkFor({ locale, list }, entry, sources);
  return {
    ...(text !== undefined && { text }),
    ...(link && { link }),
    remarks: [...remarks, ...linkRemarks],
  };
}

function textFor(
  locale: string,
  entry: Entry | undefined,
  { submission, configuration, source }: TextSources,
): { text?: string | undefined; remarks: Remark[] } {
  const { sourceLocale } = configuration;
  const given = ownValue(submission.texts, locale);
  const original = ownValue(submission.texts, sourceLocale);
  const shown = original ?? source?.text ?? '';
  const own = isCopied(given, shown, locale, sourceLocale) ? undefined : given;
  if (own !== undefined || locale === sourceLocale) return { text: own, remarks: [] };
  // A list may have no texts, or this company none: there is nothing to translate.
  if (shown === '') return { remarks: [] };
  if (entry !== undefined && original === undefined && given === undefined) return { remarks: [] };
  const values = { locale, language: languageAmong(locale, configuration) };
  const isTranslated = entry !== undefined && entry.text !== source?.text;
  if (isTranslated) return { remarks: [remark('text-not-updated', values)] };
  return { text: shown, remarks: [remark('text-not-translated', values)] };
}

/** Whether a text in another language is the source's own, so that it translates nothing. */
function isCopied(
  given: string | undefined,
  original: string,
  locale: string,
  sourceLocale: string,
): boolean {
  if (given === undefined || languageOf(locale) === languageOf(sourceLocale)) return false;
  return cleanText(given).toLowerCase() === cleanText(original).toLowerCase();
}

/** A locale without a link text of the company's own keeps the one that it has, or uses the configured one. */
function linkFor(
  { locale, list }: OpenPage,
  entry: Entry | undefined,
  { submission, configuration, defaultLinkTexts, known }: TextSources,
): { link?: EntryLink; remarks: Remark[] } {
  const { company, link } = submission;
  const url = link ?? entry?.link?.url ?? (entry ? undefined : known?.link?.url);
  const isSource = locale === configuration.sourceLocale;
  const own = isSource ? submission.linkText : submission.linkTexts?.[locale];
  if (url === undefined) {
    return { remarks: own === undefined ? [] : [remark('link-text-unused', { text: own })] };
  }
  if (own !== undefined) return { link: { url, text: own }, remarks: [] };
  const language = languageAmong(locale, configuration);
  if (entry?.link !== undefined) {
    // A text that was made of the name follows it.
    const textFrom = (name: string) => linkTextFor(locale, name, configuration, defaultLinkTexts);
    const isMade = entry.link.text === textFrom(entry.company);
    const text = isMade ? textFrom(company) : entry.link.text;
    const isKept = !isMade && url !== entry.link.url;
    const kept = isKept ? [remark('link-text-kept', { locale, language, text })] : [];
    return { link: { url, text }, remarks: kept };
  }
  const text = linkTextFor(locale, company, configuration, defaultLinkTexts);
  const isUnnamed = showsLinks(list) && lacksProject(text, locale, configuration);
  return { link: { url, text }, remarks: isUnnamed ? [remark('project-unnamed', { text })] : [] };
}

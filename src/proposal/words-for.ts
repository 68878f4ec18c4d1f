import type { Configuration } from '../config/configuration.ts';
import type { Entry, EntryLink } from '../page/entries.ts';
import { type Remark, remark } from '../problem/remark.ts';
import { languageName } from '../submission/language-name.ts';
import type { Submission } from '../submission/submission.ts';
import { type DefaultLinkTexts, linkTextFor } from './link-text.ts';

/** What decides an entry's words in one locale. */
export interface Wording {
  readonly submission: Submission;
  readonly configuration: Configuration;
  readonly defaultLinkTexts: DefaultLinkTexts;
  /** The company's entry on the source locale's page, or else on the first page that has one. */
  readonly known: Entry | undefined;
}

/** An entry's words; what is absent stays as it is. */
export interface Words {
  readonly text?: string;
  readonly link?: EntryLink;
  readonly remarks: readonly Remark[];
}

/**
 * The words of an entry in a locale. A locale without a text of its own shows the source locale's, and a remark asks
 * for a translation; a translation that stands already is kept.
 */
export function wordsFor(locale: string, entry: Entry | undefined, wording: Wording): Words {
  const { text, remarks } = textFor(locale, entry, wording);
  const link = linkFor(locale, entry, wording);
  return { ...(text !== undefined && { text }), ...(link && { link }), remarks };
}

function textFor(
  locale: string,
  entry: Entry | undefined,
  { submission, configuration, known }: Wording,
): { text?: string | undefined; remarks: Remark[] } {
  const { sourceLocale, language } = configuration;
  const own = submission.texts[locale];
  if (own !== undefined) return { text: own, remarks: [] };
  const source = submission.texts[sourceLocale];
  const values = { locale, language: languageName(locale, language) };
  const isTranslated = entry !== undefined && entry.text !== known?.text;
  if (locale === sourceLocale || (entry !== undefined && source === undefined)) {
    return { text: entry ? undefined : known?.text, remarks: [] };
  }
  if (isTranslated) return { remarks: [remark('text-not-updated', values)] };
  return { text: source ?? known?.text, remarks: [remark('text-not-translated', values)] };
}

/** The company's own link text is the source locale's; other locales use the configured one. */
function linkFor(
  locale: string,
  entry: Entry | undefined,
  { submission, configuration, defaultLinkTexts, known }: Wording,
): EntryLink | undefined {
  const { company } = submission;
  const own = locale === configuration.sourceLocale ? submission.linkText : undefined;
  const text = own ?? entry?.link?.text;
  const url = submission.link ?? entry?.link?.url ?? (entry ? undefined : known?.link?.url);
  if (url === undefined) return undefined;
  return { url, text: text ?? linkTextFor(locale, company, configuration, defaultLinkTexts) };
}

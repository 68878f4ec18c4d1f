import type { Configuration } from '../../../src/config/configuration.ts';
import type { EntryValues } from '../../../src/list/format.ts';
import type { List } from '../../../src/list/list.ts';
import { checkEntry } from '../../../src/proposal/check-entry.ts';
import { askedFields, takesSeveralLinks } from '../../../src/submission/asked-fields.ts';
import type { Submission } from '../../../src/submission/submission.ts';
import type { SubmissionFields } from '../../../src/submission/submission-fields.ts';

/**
 * What of an entry's values gets through the product's checks: what the form asks for, and what an editor of the list can give
 * besides, as with `--field` on the command line. What the product makes of the answers is written. Logos are taken as they are
 * in the list.
 *
 * @returns why the product refuses them, where it does
 */
export function throughForm(
  typed: EntryValues,
  list: List,
  configuration: Configuration,
): EntryValues | string {
  const fields = answersOf(typed, configuration);
  const { sourceLocale: locale } = configuration;
  const entry = { fields, problems: [], missing: [], isByEditor: true };
  const { submission, isUpdate, problems } = checkEntry(entry, [{ locale, list }], configuration);
  const needsLogo = askedFields(configuration).some(
    ({ kind, required }) => kind === 'logo' && required,
  );
  if (needsLogo && typed.logo === '') return 'attachment-missing (logo)';
  if (isUpdate) return 'listed already';
  return submission === undefined
    ? problems.map(({ code, field }) => `${code} (${field})`).join(', ')
    : valuesOf(submission, typed, locale);
}

/** What somebody answers; of what everybody understands, no more than the form asks for. */
function answersOf(
  { company, text, homepage, homepageLinks, link, group, fields = {} }: EntryValues,
  configuration: Configuration,
): SubmissionFields {
  const asked = askedFields(configuration);
  const asks = (kind: (typeof asked)[number]['kind']) => asked.some((each) => each.kind === kind);
  const linked = asked.find(({ kind }) => kind === 'link')?.name ?? '';
  const takesSeveral = asked.some((field) => takesSeveralLinks(field, configuration));
  return {
    company: company || nameless,
    descriptions: asks('text') ? { [configuration.sourceLocale]: text } : {},
    homepage: (takesSeveral && inMarkdown(homepageLinks)) || (asks('homepage') ? homepage : ''),
    // Some have words in the place of a link.
    link: asks('link') ? (link?.url ?? fields[linked]) : undefined,
    linkText: asks('link-text') ? link?.text : undefined,
    group,
    fields,
  };
}

/** Several links as people type them. */
function inMarkdown(links: EntryValues['homepageLinks'] = []): string {
  return links.map(({ text, url }) => `[${text}](${url})`).join(', ');
}

/** A list of pictures alone has no names, but the form asks for one. */
const nameless = 'Juniper Parcel';

/** What is written. In formats whose links have no texts the form asks for none. */
function valuesOf(
  { company, texts, homepage, homepageLinks, link, linkText, group, fields = {} }: Submission,
  typed: EntryValues,
  locale: string,
): EntryValues {
  const { logo, darkLogo } = typed;
  return {
    company: typed.company === '' ? '' : company,
    logo,
    ...(darkLogo !== undefined && { darkLogo }),
    text: texts[locale] ?? '',
    ...(homepage !== undefined && { homepage }),
    ...(homepageLinks && { homepageLinks }),
    ...(link !== undefined && { link: { text: linkText ?? typed.link?.text ?? link, url: link } }),
    ...(group !== undefined && { group }),
    fields,
  };
}

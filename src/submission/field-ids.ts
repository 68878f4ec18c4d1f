/** The ids of the issue form's fields. By them a form is pre-filled, read, and named in a problem. */
export const fieldIds = {
  company: 'company',
  group: 'group',
  homepage: 'homepage',
  /** The company's text in the source locale; `descriptionId` names the others. */
  description: 'description',
  link: 'link',
  linkText: 'link-text',
  logo: 'logo',
  darkLogo: 'logo-dark',
  consent: 'consent',
} as const;

/** The id of the field that takes a company's text in a locale: `description`, or `description-zh`. */
export function descriptionId(locale: string, sourceLocale: string): string {
  return locale === sourceLocale ? fieldIds.description : `${fieldIds.description}-${locale}`;
}

/** The id of the field that takes the text of a company's link in a locale: `link-text`, or `link-text-zh`. */
export function linkTextId(locale: string, sourceLocale: string): string {
  return locale === sourceLocale ? fieldIds.linkText : `${fieldIds.linkText}-${locale}`;
}

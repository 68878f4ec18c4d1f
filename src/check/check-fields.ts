import type { Configuration, FieldRole } from '../config/configuration.ts';
import { findLinks } from '../list/markup.ts';
import { choicesIn } from '../submission/choices.ts';
import { ownValue } from '../text/own-value.ts';
import { excerptOf } from '../text/shorten.ts';
import type { CheckedEntry, CheckedPage } from './checked-page.ts';
import { type Finding, finding } from './finding.ts';

/**
 * Finds what entries lack that the configuration requires, values that are none of its choices, and addresses that are none. In a
 * table in front matter, slots tell what is missing.
 */
export function checkFields(page: CheckedPage, configuration: Configuration): Finding[] {
  if (configuration.format === 'front-matter-table') return [];
  return page.entries.flatMap((entry) => [
    ...checkName(page, entry, configuration),
    ...checkValues(entry, configuration),
    ...checkAddresses(page, entry),
  ]);
}

/** Finds an entry without a name where the configuration does not say which field that is. */
function checkName(
  { list }: CheckedPage,
  { company, place }: CheckedEntry,
  { fields }: Configuration,
): Finding[] {
  if (company !== '' || Object.values(fields).some(({ role }) => role === 'name')) return [];
  const name = list.fields.find(({ role }) => role === 'name')?.name ?? '';
  return [finding('entry-nameless', place, { name })];
}

function checkValues(entry: CheckedEntry, { fields, logo }: Configuration): Finding[] {
  const { company, place } = entry;
  const found: Finding[] = [];
  const missing = (name: string) => finding('field-missing', place, { company, name });
  for (const [name, settings] of Object.entries(fields)) {
    const { role, required = role === 'name', choices, homepage } = settings;
    const value = fieldValue(entry, name, role);
    const isNeeded = required && !(role === 'logo' && logo.need !== 'required');
    if (value === '' && isNeeded) found.push(missing(name));
    const isLinkNeeded = typeof homepage === 'object' && homepage.required;
    if (isLinkNeeded && entry.homepage === undefined) found.push(missing('homepage'));
    if (value !== '' && choices !== undefined && !isChosen(value, choices)) {
      const values = { company, name, value, choices: choices.join(', ') };
      found.push(finding('value-not-a-choice', place, values));
    }
  }
  return found;
}

/** Whether a value is one of the choices, or several, spelled as they are. */
function isChosen(value: string, choices: readonly string[]): boolean {
  return choicesIn(value, choices)?.every((choice) => value.includes(choice)) ?? false;
}

function fieldValue(entry: CheckedEntry, name: string, role: FieldRole): string {
  const own = ownValue(entry.fields, name) ?? '';
  switch (role) {
    case 'name':
      return entry.company;
    case 'homepage':
      return entry.homepage ?? own;
    case 'text':
      return entry.text;
    case 'logo':
      return entry.logo;
    case 'logo-dark':
      return entry.darkLogo ?? own;
    case 'link':
      return entry.link?.url ?? own;
    default:
      return own;
  }
}

/** A host at the beginning of an address that has lost what goes before it; a file's name is none. */
const bareHost =
  /^(?:www\.|(?:[\w-]+\.)+(?:com|org|net|io|dev|ai|co|eu|cn|de|fr|uk|in|jp|us)(?:[/?#:]|$))/i;

/** An address whose beginning is mistyped. */
const mistyped = /^(?!https?:\/\/)h?t{1,3}p{1,2}s{0,2}(?:[:;]\/{0,2}|\/\/)|^https?:\/\/https?:/i;

/** Finds links and homepages that lead nowhere, for want of a scheme or with a mistyped one. Texts are checked by themselves. */
function checkAddresses(
  { list, placeAt }: CheckedPage,
  { entry, company }: CheckedEntry,
): Finding[] {
  const homepages = list.fields.filter(({ role }) => role === 'homepage').map(({ name }) => name);
  const parts = list.format.parts(list, entry).filter(({ role }) => role === 'other');
  return parts.flatMap(({ field, markup, start }) => {
    const isHomepage = field !== undefined && homepages.includes(field);
    const links = [...findLinks(markup, 'markdown'), ...(isHomepage ? [markup.trim()] : [])];
    return links
      .filter(leadsNowhere)
      .map((link) => finding('link-not-a-url', placeAt(start), { company, link: excerptOf(link) }));
  });
}

function leadsNowhere(link: string): boolean {
  if (/\s/.test(link)) return false;
  const isWeb = /^https?:\/\//i.test(link);
  return bareHost.test(link) || mistyped.test(link) || (isWeb && !URL.canParse(link));
}

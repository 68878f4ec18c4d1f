import {
  type Configuration,
  type FieldRole,
  type FieldSettings,
  formatTraits,
  type GroupSettings,
  singleRoles,
} from '../config/configuration.ts';
import { ownValue } from '../text/own-value.ts';
import { descriptionId, fieldIds, linkTextId } from './field-ids.ts';
import { slugOf } from './slug.ts';

/** What of a configuration decides what a submission consists of. */
export type AskedSettings = Pick<
  Configuration,
  'locales' | 'sourceLocale' | 'format' | 'fields' | 'group' | 'logo'
>;

/** One thing that a submission says of a company, or asks of whoever sends it. */
export interface AskedField {
  /** `own` is a column or key of which only the list itself knows what it means. */
  readonly kind:
    | 'company'
    | 'group'
    | 'text'
    | 'homepage'
    | 'link'
    | 'link-text'
    | 'own'
    | 'logo'
    | 'logo-dark'
    | 'consent';
  /** Of the form's field. */
  readonly id: string;
  /** What the list calls it, where the configuration says so. */
  readonly name: string | undefined;
  /** What the form calls it, if not by our own words. */
  readonly label: string | undefined;
  /** What it says of a company, where it is `own`. */
  readonly role: FieldRole | undefined;
  /** Of a text, or the text of a link. */
  readonly locale: string | undefined;
  /** Whether a new entry has to have it. */
  readonly required: boolean;
  /** The only values that it takes; empty where it takes any. */
  readonly choices: readonly string[];
}

/**
 * What a submission to a list consists of, in the order of the form. A list of which the configuration names no fields, and a
 * table in front matter, which has no others, ask for a company, a text, a link and a logo.
 */
export function askedFields(settings: AskedSettings): readonly AskedField[] {
  const { fields, group, logo } = settings;
  const named = namesFields(settings) ? Object.entries(fields) : usual;
  const first = new Map<FieldRole, Named>();
  for (const each of named) if (!first.has(each[1].role)) first.set(each[1].role, each);
  const linked = first.has('homepage') ? undefined : linkedHomepage(named);
  const ids = new Set<string>(Object.values(fieldIds));
  const pictured = first.get('logo');
  const darkened = formatTraits[settings.format].isData ? first.get('logo-dark') : undefined;
  const needsLogo = logo.need === 'required' && pictured?.[1].required !== false;
  return [
    { ...asked('company', first.get('name')), required: true },
    ...(group ? [groupField(group)] : []),
    ...(linked ? [asked('homepage', [undefined, linked])] : []),
    ...named.flatMap((each) => {
      const [, { role }] = each;
      const isKnown = each === darkened || (singleRoles.includes(role) && first.get(role) === each);
      return isKnown ? knownField(each, settings) : [ownField(each, ids)];
    }),
    ...(pictured && logo.need !== 'none'
      ? [
          { ...asked('logo', pictured), required: needsLogo },
          // Without it, the list shows the other on all pages.
          ...(darkened ? [{ ...asked('logo-dark', darkened), required: false }] : []),
        ]
      : []),
    asked('consent'),
  ];
}

/** Whether the configuration says which fields a list has; a table in front matter has always the same. */
export function namesFields({ format, fields }: Pick<Configuration, 'format' | 'fields'>): boolean {
  return format !== 'front-matter-table' && Object.keys(fields).length > 0;
}

/** Whether a company may give several links in the place of its homepage. */
export function takesSeveralLinks(
  { kind, name = '' }: AskedField,
  { format, fields }: Pick<AskedSettings, 'format' | 'fields'>,
): boolean {
  const isMultiple = ownValue(fields, name)?.multiple === true;
  return kind === 'homepage' && isMultiple && formatTraits[format].hasSeveralLinks;
}

/** The ids of the fields without which no submission to a list is complete. */
export function indispensableIds(settings: AskedSettings): readonly string[] {
  return askedFields(settings)
    .filter(({ required }) => required)
    .map(({ id }) => id);
}

/** A field with the list's own name for it. */
type Named = readonly [name: string | undefined, settings: FieldSettings];

const usual: readonly Named[] = [
  [undefined, { role: 'name' }],
  [undefined, { role: 'text', required: true }],
  [undefined, { role: 'link' }],
  [undefined, { role: 'logo' }],
];

function asked(kind: keyof typeof kindIds, [name, field]: Named = [undefined, none]): AskedField {
  const { label, required = false, choices = [] } = field;
  const id = kindIds[kind];
  return { kind, id, name, label, role: undefined, locale: undefined, required, choices };
}

const none: FieldSettings = { role: 'none' };

/** What a list says of homepages to which its names are links. */
function linkedHomepage(named: readonly Named[]): FieldSettings | undefined {
  const homepage = named.map(([, field]) => field.homepage).find((each) => each !== undefined);
  if (homepage === undefined) return undefined;
  return { role: 'homepage', ...(homepage !== 'link' && homepage) };
}

const kindIds = {
  company: fieldIds.company,
  homepage: fieldIds.homepage,
  link: fieldIds.link,
  logo: fieldIds.logo,
  'logo-dark': fieldIds.darkLogo,
  consent: fieldIds.consent,
} as const;

function groupField({ label, choices = [] }: GroupSettings): AskedField {
  const { group: id } = fieldIds;
  const field = { name: undefined, label, role: undefined, locale: undefined, choices };
  return { kind: 'group', id, ...field, required: true };
}

/** What everybody understands. Name and logo have places of their own. */
function knownField(named: Named, settings: AskedSettings): readonly AskedField[] {
  const [name, { role, label, required = false }] = named;
  const { locales, sourceLocale, format } = settings;
  switch (role) {
    case 'homepage':
      return [asked('homepage', named)];
    case 'text':
      return locales.map((locale) => ({
        kind: 'text',
        id: descriptionId(locale, sourceLocale),
        name: locale === sourceLocale ? name : undefined,
        label: locale === sourceLocale ? label : undefined,
        role: undefined,
        locale,
        required: required && locale === sourceLocale,
        choices: [],
      }));
    case 'link':
      return [
        asked('link', named),
        ...(formatTraits[format].hasLinkText ? locales : []).map(
          (locale): AskedField => ({
            kind: 'link-text',
            id: linkTextId(locale, sourceLocale),
            name: undefined,
            label: undefined,
            role: undefined,
            locale,
            required: false,
            choices: [],
          }),
        ),
      ];
    default:
      return [];
  }
}

/** @param taken ids that other fields have; the new one is added */
function ownField([name = '', settings]: Named, taken: Set<string>): AskedField {
  const { role, label = name, required = false, choices = [] } = settings;
  const slug = slugOf(name);
  let id = slug;
  for (let count = 2; taken.has(id) || isTextId(id); count++) id = `${slug}-${count}`;
  taken.add(id);
  return { kind: 'own', id, name, label, role, locale: undefined, required, choices };
}

/** Ids of texts end in their locale. */
function isTextId(id: string): boolean {
  return /^(?:description|link-text)-[a-z]+$/.test(id);
}

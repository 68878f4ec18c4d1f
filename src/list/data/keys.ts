import { type FieldRole, singleRoles } from '../../config/configuration.ts';
import { ownValue } from '../../text/own-value.ts';
import { pictureEnding } from '../../text/picture-ending.ts';
import type { ListLocation } from '../format.ts';
import { mostCommon } from '../most-common.ts';
import type { DataKey } from './data-list.ts';
import type { DataProperty, DataValue } from './data-value.ts';
import { type NestedKeys, nestedKeysOf } from './fields/nested-keys.ts';
import { saysByItself } from './fields/nested-roles.ts';

/** What keys say of an organization, by their words; of each role, the words that say it best come first. */
const words: readonly (readonly [FieldRole, readonly RegExp[]])[] = [
  [
    'name',
    [
      /^(?:name|organi[sz]ation|org|company|adopter|user)$/,
      /^(?:(?:organi[sz]ation|org|company|adopter|user|full|display) name|title|caption)$/,
      /^(?:vendor|customer|project|product|institution|label|alt)$/,
    ],
  ],
  [
    'homepage',
    [
      /^(?:url|website|web site|home ?page|site)(?: url)?$/,
      /^(?:link|href|web|(?:info|company|organi[sz]ation) (?:link|url))$/,
    ],
  ],
  // Before the other, whose last pattern takes whatever begins as its own.
  [
    'logo-dark',
    [
      /^(?:(?:logo|image|img|icon|picture)(?: (?:url|path|src|file))? (?:dark|white|invert(?:ed)?|negative)|(?:dark|white)(?: mode)? (?:logo|image|img|icon|picture))(?: mode)?(?: (?:url|path|src|file))?$/,
    ],
  ],
  [
    'logo',
    [
      /^(?:logo|image|img|icon|picture) light$/,
      /^(?:logo|image|img|icon|picture)(?: (?:url|path|src|file))?$/,
      /^(?:light logo|preview|src|avatar)$/,
      /^(?:logo|image|img|icon|picture) (?!alt|title|caption|width|height)/,
    ],
  ],
  [
    'text',
    [
      /^(?:text|description|desc|summary|details?|use ?cases?|usage|purpose|how)$/,
      /^(?:testimonial|quote|about|content|comments?|reason|body|notes?)$/,
    ],
  ],
  [
    'link',
    [
      /^(?:reference|(?:case ?)?study|case ?stud(?:y|ies)|story|blog(?: ?post)?|article)(?: (?:url|link))?$/,
    ],
  ],
  ['contact', [/^(?:contacts?|contributors?|maintainers?|github|handle|e?mail|twitter)$/]],
  ['status', [/^(?:status|stage|phase|environment|env|tier|level|maturity)$/]],
  ['category', [/^(?:categor(?:y|ies)|type|industry|sector|components?|group|kind|tags?)$/]],
  ['since', [/^(?:since|date|year|added|joined|adopted)$/]],
];

const wordsOfText = words.find(([role]) => role === 'text')?.[1] ?? [];

/** Data files also have one second logo, for dark pages. */
const single: readonly FieldRole[] = [...singleRoles, 'logo-dark'];

/** What an empty list's entries have, where the configuration does not say it. */
const usualKeys: readonly DataKey[] = [
  { name: 'name', role: 'name' },
  { name: 'url', role: 'homepage' },
  { name: 'logo', role: 'logo' },
  { name: 'description', role: 'text' },
];

/** The keys of a list with their roles: as configured, otherwise by their words and values. */
export function keysOf(
  items: readonly DataValue[],
  fields: ListLocation['fields'] = {},
): readonly DataKey[] {
  const nested = nestedKeysOf(items, fields);
  const values = valuesByKey(items, nested);
  for (const name of Object.keys(fields)) if (!values.has(name)) values.set(name, []);
  if (values.size === 0) return usualKeys;
  const inside = outerKeys(nested);
  const roles = new Map<string, FieldRole>();
  const taken = new Set(Object.values(fields).map(({ role }) => role));
  const give = (name: string, role: FieldRole): void => {
    roles.set(name, role);
    taken.add(role);
  };
  const giveByWords = (wordsFor: (name: string, role: FieldRole) => string | undefined): void => {
    for (const [role, patterns] of words) {
      for (const pattern of patterns) {
        for (const name of values.keys()) {
          const isFree = !Object.hasOwn(fields, name) && !roles.has(name);
          const isSecond = single.includes(role) && taken.has(role);
          const isOther = isPictureRole(role) && isOnlyMarks(values.get(name) ?? []);
          const said = isFree && !isSecond && !isOther ? wordsFor(name, role) : undefined;
          if (said !== undefined && pattern.test(said)) give(name, role);
        }
      }
    }
  };
  // What an entry has itself says more than what its objects have; there, both keys together more than one.
  giveByWords((name) => (inside.has(name) ? undefined : spelled(name)));
  giveByWords((name) => (inside.has(name) ? spelled(name) : undefined));
  giveByWords((name, role) => {
    const outer = inside.get(name);
    if (outer === undefined) return undefined;
    const siblings = (nested.get(outer) ?? []).map(spelled);
    const inner = spelled(name.slice(outer.length + 1));
    return saysByItself(role, { outer: spelled(outer), siblings }) ? inner : undefined;
  });
  const free = () =>
    [...values].filter(
      ([name]) => !inside.has(name) && !Object.hasOwn(fields, name) && !roles.has(name),
    );
  const guess = (role: FieldRole, is: (text: string) => boolean): void => {
    // A page in a store of apps is nobody's homepage.
    const fits = ([name, all]: [string, DataValue[]]) =>
      !/store/.test(spelled(name)) && mostly(all, is);
    const found = taken.has(role) ? undefined : free().find(fits);
    if (found) give(found[0], role);
  };
  guess('homepage', (text) => /^https?:\/\/\S+$/.test(text));
  guess('logo', (text) => pictureEnding.test(text));
  if (!taken.has('name')) {
    // Where a company's own words have a key of their own, the description next to them may be its name.
    const texts = [...values].filter(([name]) => /^(?:description|text)$/.test(spelled(name)));
    const others = free().filter(([name]) => wordsOfText.some((each) => each.test(spelled(name))));
    const named = texts.find(([, all]) => others.length > 0 && mostly(all, isShort));
    if (named && others[0]) {
      give(others[0][0], 'text');
      give(named[0], 'name');
    }
  }
  // One logo alone is for all pages, whatever it is called.
  const dark = [...roles].find(([, role]) => role === 'logo-dark');
  if (dark && !taken.has('logo')) give(dark[0], 'logo');
  return [...values].map(([name, all]) => {
    const role = ownValue(fields, name)?.role ?? roles.get(name) ?? 'none';
    const suffix = role === 'name' ? suffixOf(all) : undefined;
    const outer = inside.get(name);
    return {
      name,
      role,
      ...(outer !== undefined && { inside: outer }),
      ...(suffix !== undefined && { suffix }),
    };
  });
}

/** Fewer names may end alike by chance. */
const leastAlike = 3;

/** What most names end with that is no part of them. */
function suffixOf(names: readonly DataValue[]): string | undefined {
  const endings = names.flatMap(({ data }) =>
    typeof data === 'string' ? (/(?<=\S) (?:logo|icon)$/i.exec(data)?.[0] ?? []) : [],
  );
  const isUsual = endings.length >= leastAlike && endings.length * 5 >= names.length * 4;
  return isUsual ? mostCommon(endings) : undefined;
}

/** The words of a key, in lower case: `logoURL` and `logo_url` are `logo url`. */
function spelled(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** So many keys tell what a list is; no list that people keep has as many. */
const mostKeys = 100;

/** The values of each key, those in objects by both keys: `link.url`. */
function valuesByKey(items: readonly DataValue[], nested: NestedKeys): Map<string, DataValue[]> {
  const values = new Map<string, DataValue[]>();
  const add = ({ name, value }: Pick<DataProperty, 'name' | 'value'>): void => {
    const known = values.get(name);
    if (known !== undefined) known.push(value);
    else if (values.size < mostKeys) values.set(name, [value]);
  };
  for (const property of items.flatMap(({ properties }) => properties)) {
    const keys = nested.get(property.name);
    if (keys === undefined) add(property);
    for (const { name, value } of keys === undefined ? [] : property.value.properties) {
      if (keys?.includes(name)) add({ name: `${property.name}.${name}`, value });
    }
  }
  return values;
}

/** The keys in objects, each with the object's own. */
function outerKeys(nested: NestedKeys): ReadonlyMap<string, string> {
  return new Map(
    [...nested].flatMap(([outer, keys]) => keys.map((key) => [`${outer}.${key}`, outer] as const)),
  );
}

export function isPictureRole(role: FieldRole): boolean {
  return role === 'logo' || role === 'logo-dark';
}

/** Whether all values are booleans, numbers, or words that say yes or no: a key such as `logoWhite: true` is no picture. */
function isOnlyMarks(values: readonly DataValue[]): boolean {
  return (
    values.length > 0 &&
    values.every(
      ({ kind, data }) => kind === 'word' || /^(?:yes|no|true|false)$/i.test(String(data)),
    )
  );
}

/** Whether most of the values are strings of a kind. */
function mostly(values: readonly DataValue[], is: (text: string) => boolean): boolean {
  const texts = values.flatMap(({ data }) =>
    typeof data === 'string' && data !== '' ? [data] : [],
  );
  return texts.length > 0 && texts.filter(is).length * 2 > values.length;
}

function isShort(text: string): boolean {
  return text.length <= 60 && !/[.!?]$/.test(text);
}

import { type FieldRole, singleRoles } from '../../../../config/configuration.ts';
import { ownValue } from '../../../../text/own-value.ts';
import type { ListLocation } from '../../../format.ts';
import { roleByName } from '../../role-words.ts';
import { areLogos } from '../../shown-logos.ts';
import { linksIn } from '../../shown-text.ts';
import { contentBetween } from '../content.ts';
import type { Part, RawEntry, RawPart } from '../entry.ts';
import { findContacts } from './find-contacts.ts';
import { findHomepages } from './find-homepages.ts';
import { findLabels, type LabelledPart } from './find-labels.ts';
import { findLogos } from './find-logos.ts';
import type { Label } from './label.ts';

/** What lists call what has no label of its own. */
export const ownNames: Readonly<Record<'name' | 'homepage' | 'logo' | 'text' | 'contact', string>> =
  {
    name: 'name',
    homepage: 'homepage',
    logo: 'logo',
    text: 'text',
    contact: 'contact',
  };

/**
 * The parts of each entry, with the field that each is the value of. What is before a colon in several entries, or in bold, is a label;
 * of what has none, the first is the text, but for names on GitHub directly behind the name.
 */
export function labelParts(
  text: string,
  entries: readonly RawEntry[],
  fields: ListLocation['fields'] = {},
): readonly (readonly Part[])[] {
  const contacts = findContacts(entries.flatMap(({ parts }) => parts));
  const found = findLabels(text, entries, fields);
  const isConfigured = Object.keys(fields).length > 0;
  const knows = (name: string) => !isConfigured || Object.hasOwn(fields, name);
  const homepages = knows(ownNames.homepage) ? findHomepages(entries, found) : new Set();
  const logos = knows(ownNames.logo) ? findLogos(found) : new Map<RawPart, RawPart>();
  const labelled = found.map((parts) =>
    parts.map(({ part, label }): ReadPart => {
      if (label !== undefined) return { part, label, own: undefined };
      const logo = logos.get(part);
      if (logo !== undefined) return { part: logo, label, own: 'logo' };
      const own = homepages.has(part) ? 'homepage' : contacts.has(part) ? 'contact' : undefined;
      return { part, label, own };
    }),
  );
  const roles = rolesOf(labelled, fields);
  return labelled.map((parts) => fieldParts(text, parts, roles));
}

interface ReadPart extends LabelledPart {
  /** What it is without a label. */
  readonly own: 'homepage' | 'logo' | 'contact' | undefined;
}

/** What each label says; of what could be the text, what most entries have. */
function rolesOf(
  entries: readonly (readonly ReadPart[])[],
  fields: NonNullable<ListLocation['fields']>,
): ReadonlyMap<string, FieldRole> {
  const roles = new Map<string, FieldRole>([[ownNames.text, 'text']]);
  const configured = Object.values(fields).map(({ role }) => role);
  const taken = new Set<FieldRole>(['name', ...configured]);
  const count = (is: (part: ReadPart) => boolean) => entries.filter((all) => all.some(is)).length;
  const guess = ({ name }: Label) => ownValue(fields, name)?.role ?? roleByName(name) ?? 'none';
  const isLabelled = count(({ label }) => label !== undefined && guess(label) === 'text');
  const isPlain = count(
    ({ part, label, own: known }) => label === undefined && !part.isOpaque && known === undefined,
  );
  const own = fields[ownNames.text]?.role;
  const isText = own === undefined ? isPlain >= isLabelled && !taken.has('text') : own === 'text';
  if (!isText) roles.set(ownNames.text, own ?? 'none');
  else taken.add('text');
  for (const role of ['homepage', 'logo'] as const) {
    if (count(({ own: known }) => known === role) > 0) taken.add(role);
  }
  const labelledBy = (name: string) => entries.flat().filter(({ label }) => label?.name === name);
  // A company has one homepage.
  const haveSeveral = (name: string) => {
    const all = labelledBy(name);
    const several = all.filter(({ label }) => linksIn(label?.value.nodes ?? []).length > 1);
    return !Object.hasOwn(fields, name) && several.length * 2 > all.length;
  };
  const hasLogos = (name: string) => {
    const own = labelledBy(name);
    return (
      Object.hasOwn(fields, name) ||
      areLogos(
        name,
        own.map(({ part }) => part.nodes),
      )
    );
  };
  for (const { part, label } of entries.flat()) {
    if (label === undefined || roles.has(label.name)) continue;
    const isList =
      guess(label) === 'homepage' && (part.items.length > 0 || haveSeveral(label.name));
    const isOther = guess(label) === 'logo' && !hasLogos(label.name);
    const role = isList || isOther ? 'none' : guess(label);
    const isSecond = singleRoles.includes(role) && taken.has(role);
    roles.set(label.name, isSecond && !Object.hasOwn(fields, label.name) ? 'none' : role);
    taken.add(role);
  }
  return roles;
}

function fieldParts(
  text: string,
  parts: readonly ReadPart[],
  roles: ReadonlyMap<string, FieldRole>,
): readonly Part[] {
  const found: Part[] = [];
  for (const { part, label, own } of parts) {
    if (label !== undefined) {
      const role = roles.get(label.name) ?? 'none';
      found.push({ ...part, ...label.value, field: label.name, role, label: label.source });
      continue;
    }
    if (own !== undefined) {
      found.push({
        ...part,
        field: ownNames[own],
        role: roles.get(ownNames[own]) ?? own,
        label: '',
      });
      continue;
    }
    const last = found.at(-1);
    if (last?.field === ownNames.text && last.label === '' && !part.isOpaque) {
      found[found.length - 1] = joined(text, last, part);
      continue;
    }
    const isText = !part.isOpaque && !found.some(({ field }) => field === ownNames.text);
    const role = isText ? (roles.get(ownNames.text) ?? 'text') : 'none';
    found.push({ ...part, field: isText ? ownNames.text : undefined, role, label: '' });
  }
  return found;
}

/** Two parts that follow each other as one: paragraphs, or items. */
function joined(text: string, first: Part, second: RawPart): Part {
  const nodes = [...first.nodes, { type: 'break' } as const, ...second.nodes];
  const { start } = first;
  const whole = contentBetween(text, [], start, second.end);
  return { ...first, ...whole, nodes, after: second.after, items: second.items };
}

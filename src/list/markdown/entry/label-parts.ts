import { type FieldRole, singleRoles } from '../../../config/configuration.ts';
import { ownValue } from '../../../text/own-value.ts';
import type { ListLocation } from '../../format.ts';
import { roleByName } from '../role-words.ts';
import { areLogos } from '../shown-logos.ts';
import { shownText } from '../shown-text.ts';
import { contentBetween } from './content.ts';
import type { Part, RawEntry, RawPart } from './entry.ts';
import { type Label, readLabel } from './label.ts';

/** What lists call what has no label of its own. */
export const ownNames: Readonly<Record<'name' | 'homepage' | 'text' | 'contact', string>> = {
  name: 'name',
  homepage: 'homepage',
  text: 'text',
  contact: 'contact',
};

/** In a list of fewer entries a word before a colon is a label if it is a usual one. */
export const fewEntries = 3;

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
  const labels = entries.map(({ parts }) => parts.map((part) => readLabel(text, part)));
  const counts = new Map<string, number>();
  for (const { name } of labels.flat().filter((label) => label !== undefined)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isLabel = ({ name, isMarked }: Label, { isInline }: RawPart) =>
    isMarked ||
    Object.hasOwn(fields, name) ||
    (!isInline && (counts.get(name) ?? 0) > 1) ||
    (!isInline && entries.length < fewEntries && roleByName(name) !== undefined);
  const labelled = entries.map(({ parts }, index) =>
    parts.map((part, at): LabelledPart => {
      const label = labels[index]?.[at];
      const own = label !== undefined && isLabel(label, part) ? label : undefined;
      return { part, label: own, isContact: own === undefined && contacts.has(part) };
    }),
  );
  const roles = rolesOf(labelled, fields);
  return labelled.map((parts) => fieldParts(text, parts, roles));
}

interface LabelledPart {
  readonly part: RawPart;
  readonly label: Label | undefined;
  readonly isContact: boolean;
}

/** What each label says; of what could be the text, what most entries have. */
function rolesOf(
  entries: readonly (readonly LabelledPart[])[],
  fields: NonNullable<ListLocation['fields']>,
): ReadonlyMap<string, FieldRole> {
  const roles = new Map<string, FieldRole>([[ownNames.text, 'text']]);
  const configured = Object.values(fields).map(({ role }) => role);
  const taken = new Set<FieldRole>(['name', ...configured]);
  const count = (is: (part: LabelledPart) => boolean) =>
    entries.filter((all) => all.some(is)).length;
  const guess = ({ name }: Label) => ownValue(fields, name)?.role ?? roleByName(name) ?? 'none';
  const isLabelled = count(({ label }) => label !== undefined && guess(label) === 'text');
  const isPlain = count(
    ({ part, label, isContact: asked }) => label === undefined && !part.isOpaque && !asked,
  );
  const own = fields[ownNames.text]?.role;
  const isText = own === undefined ? isPlain >= isLabelled && !taken.has('text') : own === 'text';
  if (!isText) roles.set(ownNames.text, own ?? 'none');
  else taken.add('text');
  const hasLogos = (name: string) => {
    const own = entries.flat().filter(({ label }) => label?.name === name);
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
    const isList = guess(label) === 'homepage' && part.items.length > 0;
    const isOther = guess(label) === 'logo' && !hasLogos(label.name);
    const role = isList || isOther ? 'none' : guess(label);
    const isSecond = singleRoles.includes(role) && taken.has(role);
    roles.set(label.name, isSecond && !Object.hasOwn(fields, label.name) ? 'none' : role);
    taken.add(role);
  }
  return roles;
}

/**
 * The parts that say whom to ask: names on GitHub directly behind the name, and what is in the same brackets as these
 * do in other entries.
 */
function findContacts(parts: readonly RawPart[]): ReadonlySet<RawPart> {
  const style = ({ before, after }: RawPart) => `${before} ${after}`;
  const named = parts.filter(isContact);
  const enclosed = new Set(named.filter(({ after }) => after !== '').map(style));
  return new Set([
    ...named,
    ...parts.filter((part) => part.isInline && part.after !== '' && enclosed.has(style(part))),
  ]);
}

/** A name on GitHub, or several. */
function isContact({ isInline, nodes, source }: RawPart): boolean {
  const isNamed = /^\[?@/.test(source);
  return isInline && isNamed && /^@[\w-]+(?:\s*[,;&]?\s*@[\w-]+)*$/.test(shownText(nodes));
}

function fieldParts(
  text: string,
  parts: readonly LabelledPart[],
  roles: ReadonlyMap<string, FieldRole>,
): readonly Part[] {
  const found: Part[] = [];
  for (const { part, label, isContact: asked } of parts) {
    if (label !== undefined) {
      const role = roles.get(label.name) ?? 'none';
      found.push({ ...part, ...label.value, field: label.name, role, label: label.source });
      continue;
    }
    if (asked) {
      found.push({ ...part, field: ownNames.contact, role: 'contact', label: '' });
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

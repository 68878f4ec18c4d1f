import { type AskedField, type AskedSettings, askedFields } from '../../submission/asked-fields.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { foldKey } from './field-keys.ts';

/** By what a list's own fields are named in a comment. */
export interface OwnKeys {
  /** Folded names and labels to fields' ids. */
  readonly ids: ReadonlyMap<string, string>;
  /** The names, as the list and its form spell them, to fields' ids. */
  readonly names: readonly (readonly [name: string, id: string])[];
  /** What a submission to the list consists of. */
  readonly asked: ReadonlySet<string>;
}

/** What people call the part of a list, beside what the form calls it. */
const groupKeys = ['group', 'section', '分组', '分類', '分类', '所属部分'];

/** A comment has many lines, and each is looked up. */
const known = new WeakMap<AskedSettings, OwnKeys>();

/** The names of a list's own fields: what the list and its form call them, or what they say where one field alone says that. */
export function ownKeysOf(settings: AskedSettings): OwnKeys {
  const before = known.get(settings);
  if (before) return before;
  const fields = askedFields(settings);
  const names = fields.flatMap(namesOf);
  const others = fields.flatMap((field) => roleOf(field, fields));
  const ids = new Map<string, string>();
  for (const [name, id] of [...names, ...others]) {
    const key = foldKey(name);
    if (!ids.has(key)) ids.set(key, id);
  }
  const keys = { ids, names, asked: new Set(fields.map(({ id }) => id)) };
  known.set(settings, keys);
  return keys;
}

function namesOf({ id, name, label, kind }: AskedField): (readonly [string, string])[] {
  const group = kind === 'group' ? groupKeys : [];
  return [name, label, ...group].flatMap((each) => (each === undefined ? [] : [[each, id]]));
}

function roleOf(
  { id, role }: AskedField,
  fields: readonly AskedField[],
): (readonly [string, string])[] {
  const isAlone = fields.filter((other) => other.role === role).length === 1;
  return role !== undefined && role !== 'none' && isAlone ? [[role, id]] : [];
}

/** Where a list has one address of a company, whatever people call it; nothing for what the list does not have. */
export function askedId(
  id: string,
  isHomepage: boolean,
  { asked }: Pick<OwnKeys, 'asked'>,
): string | undefined {
  const { link, homepage } = fieldIds;
  if (id === link && asked.has(homepage) && (isHomepage || !asked.has(link))) return homepage;
  return asked.has(id) ? id : undefined;
}

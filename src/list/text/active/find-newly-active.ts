import type { Edit, Entry, EntryPart, List } from '../../format.ts';
import type { ActiveMarkup } from './active-markup.ts';
import { findActiveInPart } from './find-active-in-part.ts';

/**
 * Finds what an entry that was written would do beyond showing what it says. Each part is judged as a whole, for a text
 * that is harmless alone may act together with what is beside it. What acted in the entry before may go on: that is a
 * maintainer's own. So may what other rows of a table in Markdown have as well, for a row is written like those.
 *
 * @param before the entry that was replaced; nothing for a new one
 */
export function findNewlyActive(
  list: List,
  before: Entry | undefined,
  edit: Edit,
): ActiveMarkup | undefined {
  const entry = edit.list.entries[edit.place.index];
  const found = entry === undefined ? [] : activeIn(edit.list, entry);
  if (found.length === 0) return undefined;
  const own = before === undefined ? [] : activeIn(list, before);
  const rows = found.some(({ part }) => isCellOfRow(part)) ? list.entries : [];
  const known = [...own, ...rows.flatMap((row) => activeIn(list, row))].map(keyOf);
  return found.find((each) => !known.includes(keyOf(each)))?.active;
}

interface ActivePart {
  readonly part: EntryPart;
  readonly active: ActiveMarkup;
}

/** In a row no element was typed: each `<` of a text is a reference there. */
function activeIn(list: List, entry: Entry): readonly ActivePart[] {
  return list.format.parts(list, entry).flatMap((part) =>
    findActiveInPart(part)
      .filter(({ kind }) => kind !== 'element' || !isCellOfRow(part))
      .map((active) => ({ part, active })),
  );
}

function isCellOfRow({ role }: EntryPart): boolean {
  return role === 'other';
}

function keyOf({ part: { role }, active: { kind, excerpt } }: ActivePart): string {
  return `${role} ${kind} ${excerpt}`;
}

import { type Result, success } from '../../../problem/result.ts';
import type { EntryLink } from '../../format.ts';
import type { PageEdit } from './add-entry.ts';
import { applyChanges } from './edit/apply-changes.ts';
import type { CellChange } from './edit/slot-change.ts';
import { writeLogoBody } from './edit/write-logo.ts';
import { type TextValues, writeTextBody } from './edit/write-text.ts';
import type { SlotEntry } from './entries.ts';
import type { Neighbour, RowKind } from './neighbours.ts';
import type { Cell, Page } from './page.ts';

/** What changes of an entry; what is not given, or not new, stays byte for byte. */
export interface EntryUpdate {
  readonly company?: string;
  readonly logo?: string;
  readonly text?: string;
  readonly link?: EntryLink;
}

/**
 * Replaces parts of an entry in its slot. A half-filled slot gets the cell that it lacks.
 *
 * @param entry one of `entriesOf(page)`
 */
export function replaceEntry(page: Page, entry: SlotEntry, update: EntryUpdate): Result<PageEdit> {
  const { slot } = entry;
  const change = {
    slot,
    logo: logoChange(page, entry, update),
    text: textChange(page, entry, update),
  };
  const edited = applyChanges(page, [change]);
  return edited.ok ? success({ ...edited.value, slot }) : edited;
}

function logoChange(page: Page, entry: SlotEntry, update: EntryUpdate): CellChange {
  const company = update.company ?? entry.company;
  const logo = update.logo ?? entry.logo;
  const isSame = company === entry.company && logo === entry.logo;
  if (isSame && entry.logoCell !== undefined) return 'leave';
  const own = neighbourOf(page, entry, 'logo', entry.logoCell);
  return writeLogoBody(page, entry.slot, { company, logo }, own);
}

function textChange(page: Page, entry: SlotEntry, update: EntryUpdate): CellChange {
  const { textCell } = entry;
  const text = update.text === entry.text ? undefined : update.text;
  const link = sameLink(update.link, entry.link) ? undefined : update.link;
  if (text === undefined && link === undefined) return 'leave';
  const changed = { ...(text !== undefined && { text }), ...(link && { link }) };
  // A mapping holds HTML: it gives way to a text as Markdown, with all that it said.
  const values: TextValues =
    textCell?.value?.kind === 'scalar' ? changed : { ...entry, ...changed };
  return writeTextBody(page, entry.slot, values, neighbourOf(page, entry, 'text', textCell));
}

function sameLink(one: EntryLink | undefined, other: EntryLink | undefined): boolean {
  return one?.text === other?.text && one?.url === other?.url;
}

function neighbourOf(
  page: Page,
  { slot }: SlotEntry,
  kind: RowKind,
  cell: Cell | undefined,
): Neighbour | undefined {
  const row = page.table.pairs[slot.pair]?.[kind];
  return row && cell && { row, cell };
}

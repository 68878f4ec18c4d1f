import type { Order } from '../../../config/configuration.ts';
import { type Result, success } from '../../../problem/result.ts';
import { compareNames } from '../../../text/compare-names.ts';
import type { EntryValues } from '../../format.ts';
import { applyChanges, type ChangedPage } from './edit/apply-changes.ts';
import { compareSlots, moveEntries } from './edit/arrange.ts';
import type { SlotChange } from './edit/slot-change.ts';
import { writeLogoBody } from './edit/write-logo.ts';
import { writeTextBody } from './edit/write-text.ts';
import { entriesOf } from './entries.ts';
import type { Page, Slot } from './page.ts';
import { nextFreeSlot } from './slots.ts';

/** A changed page, and the slot that changed. */
export interface PageEdit extends ChangedPage {
  readonly slot: Slot;
}

/**
 * Adds an entry. `append` and `as-is` take the next free slot and move nothing. `alphabetical` puts it before the first
 * entry whose name comes later, `prepend` before all; the entries between there and the next free slot move by one, whole.
 */
export function addEntry(page: Page, values: EntryValues, order: Order): Result<PageEdit> {
  const free = nextFreeSlot(page);
  const { slot, moves } =
    order === 'append' || order === 'as-is'
      ? { slot: free, moves: [] }
      : makeRoom(page, values, free, order);
  const edited = applyChanges(page, [...moves, filled(page, slot, values)]);
  return edited.ok ? success({ ...edited.value, slot }) : edited;
}

function filled(page: Page, slot: Slot, values: EntryValues): SlotChange {
  return {
    slot,
    logo: writeLogoBody(page, slot, values),
    text: writeTextBody(page, slot, values),
  };
}

function makeRoom(
  page: Page,
  { company }: EntryValues,
  free: Slot,
  by: 'prepend' | 'alphabetical',
): { slot: Slot; moves: SlotChange[] } {
  const entries = entriesOf(page);
  const slots = [...entries.map(({ slot }) => slot), free];
  slots.sort((one, other) => compareSlots(page, one, other));
  const later = entries.findIndex(
    (entry) =>
      by === 'prepend' || (entry.company !== '' && compareNames(entry.company, company) > 0),
  );
  const position = later === -1 ? entries.length : later;
  const order = [...entries.slice(0, position), undefined, ...entries.slice(position)];
  const arrangement = slots.flatMap((slot, index) => {
    const entry = order[index];
    return entry === undefined ? [] : [[slot, entry] as const];
  });
  return { slot: slots[position] ?? free, moves: moveEntries(page, arrangement) };
}

import { type Result, success } from '../../../problem/result.ts';
import { compareNames } from '../../../text/compare-names.ts';
import { applyChanges } from './edit/apply-changes.ts';
import { compareSlots, moveEntries } from './edit/arrange.ts';
import type { SlotChange } from './edit/slot-change.ts';
import { writeLogoBody } from './edit/write-logo.ts';
import { writeTextBody } from './edit/write-text.ts';
import { type EntryValues, entriesOf } from './entries.ts';
import type { Page, Slot } from './page.ts';
import { nextFreeSlot } from './slots.ts';

/** A page's new text, and the slot that changed. */
export interface Edit {
  readonly text: string;
  readonly slot: Slot;
}

/**
 * Adds an entry. `append` takes the next free slot and moves nothing. `alphabetical` puts it before the first
 * entry whose name comes later; the entries between there and the next free slot move by one, whole.
 */
export function addEntry(
  page: Page,
  values: EntryValues,
  order: 'append' | 'alphabetical',
): Result<Edit> {
  const free = nextFreeSlot(page);
  const { slot, moves } =
    order === 'append' ? { slot: free, moves: [] } : makeRoom(page, values, free);
  const edited = applyChanges(page, [...moves, filled(page, slot, values)]);
  return edited.ok ? success({ text: edited.value, slot }) : edited;
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
): { slot: Slot; moves: SlotChange[] } {
  const entries = entriesOf(page);
  const slots = [...entries.map(({ slot }) => slot), free];
  slots.sort((one, other) => compareSlots(page, one, other));
  const later = entries.findIndex(
    (entry) => entry.company !== '' && compareNames(entry.company, company) > 0,
  );
  const position = later === -1 ? entries.length : later;
  const order = [...entries.slice(0, position), undefined, ...entries.slice(position)];
  const arrangement = slots.flatMap((slot, index) => {
    const entry = order[index];
    return entry === undefined ? [] : [[slot, entry] as const];
  });
  return { slot: slots[position] ?? free, moves: moveEntries(page, arrangement) };
}

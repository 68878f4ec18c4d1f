import { type Result, success } from '../../../problem/result.ts';
import type { PageEdit } from './add-entry.ts';
import { applyChanges } from './edit/apply-changes.ts';
import { moveEntries } from './edit/arrange.ts';
import { emptied } from './edit/slot-change.ts';
import { entriesOf, type SlotEntry } from './entries.ts';
import type { Page, Slot } from './page.ts';

/**
 * Takes an entry off its page. The following entries move up by one, whole, or leave a gap; a pair of rows that
 * holds nothing any more goes.
 *
 * @param entry one of `entriesOf(page)`
 */
export function removeEntry(
  page: Page,
  entry: SlotEntry,
  options: { leaveGap: boolean },
): Result<PageEdit> {
  const { slot } = entry;
  const changes = options.leaveGap ? [emptied(slot)] : moveEntries(page, closedUp(page, slot));
  const edited = applyChanges(page, changes);
  return edited.ok ? success({ ...edited.value, slot }) : edited;
}

/** Each slot from the removed entry's on gets the entry behind it; the last one stays empty. */
function closedUp(page: Page, removed: Slot): (readonly [Slot, SlotEntry | undefined])[] {
  const entries = entriesOf(page);
  const first = entries.findIndex(
    ({ slot }) => slot.pair === removed.pair && slot.column === removed.column,
  );
  const following = entries.slice(first);
  return following.map(({ slot }, index) => [slot, following[index + 1]] as const);
}

import type { Slot } from '../page.ts';
import type { Body } from './body.ts';

/** What becomes of a cell: a body is written, `remove` takes the cell away, `leave` does nothing. */
export type CellChange = Body | 'remove' | 'leave';

/** What becomes of a slot's two cells. */
export interface SlotChange {
  readonly slot: Slot;
  readonly logo: CellChange;
  readonly text: CellChange;
}

/** Takes both cells of a slot away. */
export function emptied(slot: Slot): SlotChange {
  return { slot, logo: 'remove', text: 'remove' };
}

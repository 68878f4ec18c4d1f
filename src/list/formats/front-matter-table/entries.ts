import type { EntryValues } from '../../format.ts';
import { readImage } from '../../image.ts';
import { decodeText } from '../../text/encode/decode-text.ts';
import { cellOf } from './neighbours.ts';
import type { Cell, Page, Slot } from './page.ts';
import { splitText } from './read/text-parts.ts';
import { hasContent, slotsOf } from './slots.ts';

/** An entry, with the cells of its slot. */
export interface SlotEntry extends EntryValues {
  readonly slot: Slot;
  readonly logoCell: Cell | undefined;
  readonly textCell: Cell | undefined;
}

/** The entries of a page in reading order, half-filled slots among them. */
export function entriesOf(page: Page): SlotEntry[] {
  const entries: SlotEntry[] = [];
  for (const slot of slotsOf(page.table)) {
    const pair = page.table.pairs[slot.pair];
    const logoCell = contentOf(cellOf(pair?.logo, slot.column));
    const textCell = contentOf(cellOf(pair?.text, slot.column));
    if (logoCell || textCell) entries.push(readEntry(slot, logoCell, textCell));
  }
  return entries;
}

function contentOf(cell: Cell | undefined): Cell | undefined {
  return hasContent(cell) ? cell : undefined;
}

function readEntry(slot: Slot, logoCell: Cell | undefined, textCell: Cell | undefined): SlotEntry {
  const image = readImage(logoCell?.markup ?? '');
  const { description, link } = splitText(textCell?.markup ?? '');
  return {
    slot,
    logoCell,
    textCell,
    company: image?.name ?? '',
    logo: image?.source ?? '',
    text: decodeText(description.trim()),
    ...(link && { link: { text: decodeText(link.text), url: decodeText(link.destination) } }),
  };
}

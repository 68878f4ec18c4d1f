import { type Result, success } from '../../../problem/result.ts';
import { lineFinder } from '../../../text/line-finder.ts';
import type { Edit, Entry, Field, List, ListFormat, Place } from '../../format.ts';
import type { PageEdit } from './add-entry.ts';
import { entriesOf, type SlotEntry } from './entries.ts';
import type { Page } from './page.ts';
import type { PageData } from './read/front-matter.ts';
import { readPage } from './read/read-page.ts';

/** A page as the other rooms see it. */
export interface GridList extends List {
  readonly page: Page;
  readonly entries: readonly GridEntry[];
}

/** An entry as the other rooms see it, with its cells. */
export interface GridEntry extends Entry, SlotEntry {}

/** Every such table has these. */
export const gridFields: readonly Field[] = [
  { name: 'logo', role: 'logo', required: true },
  { name: 'text', role: 'text', required: true },
  { name: 'link', role: 'link', required: false },
];

/** A page as a list. */
export function toList(page: Page, format: ListFormat): GridList {
  const lineOf = lineFinder(page.text);
  const entries = entriesOf(page).map((entry, index): GridEntry => {
    const { slot, logoCell, textCell } = entry;
    const place = {
      group: 0,
      index,
      line: lineOf(logoCell?.start ?? textCell?.start ?? 0),
      details: { ...slot },
    };
    const lacks = [
      ...(logoCell ? [] : (['logo'] as const)),
      ...(textCell ? [] : (['text'] as const)),
    ];
    return { ...entry, place, lacks };
  });
  const { path, text } = page;
  return { format, path, text, fields: gridFields, groups: [], entries, page };
}

/**
 * A changed page as a changed list. Where an entry was added or replaced, the list is read when somebody asks for it:
 * to see where everything is takes as long as the change itself.
 *
 * @param removed where the entry was, if it is gone now
 */
export function toEdit(list: GridList, edited: Result<PageEdit>, removed?: Place): Result<Edit> {
  if (!edited.ok) return edited;
  const { text, slot, data } = edited.value;
  let read: Result<GridList> | undefined;
  const readOnce = (): Result<GridList> => {
    read ??= text === list.text ? success(list) : readAgain(list, text, data);
    return read;
  };
  const after = (): GridList => {
    const again = readOnce();
    if (again.ok) return again.value;
    throw new Error('A page that was changed cannot be read', { cause: again.problems });
  };
  if (removed !== undefined) {
    const again = readOnce();
    return again.ok ? success({ text, list: again.value, place: removed }) : again;
  }
  return success({
    text,
    get list() {
      return after();
    },
    get place() {
      const entry = after().entries.find(
        (each) => each.slot.pair === slot.pair && each.slot.column === slot.column,
      );
      if (entry === undefined) throw new Error('An entry is not where it was put');
      return entry.place;
    },
  });
}

function readAgain({ page, format }: GridList, text: string, data: PageData): Result<GridList> {
  const read = readPage(text, { table: page.table.name, path: page.path, data });
  return read.ok ? success(toList(read.value, format)) : read;
}

import { isData } from '../../../text/is-data.ts';
import type { EntryPart, ListFormat, Place, Surroundings } from '../../format.ts';
import { addEntry } from './add-entry.ts';
import { findTables, mayHoldTable } from './find-tables.ts';
import { type GridEntry, type GridList, toEdit, toList } from './grid-list.ts';
import type { Cell } from './page.ts';
import { readPage } from './read/read-page.ts';
import { removeEntry } from './remove-entry.ts';
import { replaceEntry } from './replace-entry.ts';

/** The key under `tables:`, where the configuration names none. */
const usualTable = 'powered-by';

/** A table of logos and texts in a page's front matter, which a shortcode of the site shows as a grid. */
export const frontMatterTable: ListFormat = {
  id: 'front-matter-table',
  look: 'grid',
  mayHold: ({ text }) => mayHoldTable(text),
  find: findTables,

  read({ path, text }, { within }) {
    const page = readPage(text, { table: within ?? usualTable, path });
    return page.ok ? { ok: true, value: toList(page.value, frontMatterTable) } : page;
  },

  add(list: GridList, values, order) {
    return toEdit(list, addEntry(list.page, values, order));
  },

  replace(list: GridList, entry: GridEntry, values) {
    return toEdit(list, replaceEntry(list.page, entry, values));
  },

  remove(list: GridList, entry: GridEntry, options) {
    return toEdit(list, removeEntry(list.page, entry, options), entry.place);
  },

  around,
  parts,
};

/** All of the pair of rows in which a place is. */
function around(list: GridList, { details }: Place): Surroundings {
  const { columns } = list.page.table;
  const inRow = list.entries.filter(({ slot }) => slot.pair === details['pair']);
  const entries = columns.map((column) => inRow.find(({ slot }) => slot.column === column));
  return { entries, position: columns.indexOf(String(details['column'])) };
}

function parts(_list: GridList, { logoCell, textCell }: GridEntry): readonly EntryPart[] {
  return [
    ...(logoCell ? [toPart(logoCell, 'logo')] : []),
    ...(textCell ? [toPart(textCell, 'text')] : []),
  ];
}

function toPart({ data, markup, start, end }: Cell, role: EntryPart['role']): EntryPart {
  const isHtml = isData(data) && data['html'] === true;
  return { role, markup, language: isHtml ? 'html' : 'markdown', start, end };
}

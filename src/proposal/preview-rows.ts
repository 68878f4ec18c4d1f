import type { Configuration } from '../config/configuration.ts';
import { type Entry, entriesOf } from '../list/formats/front-matter-table/entries.ts';
import type { Page, Slot } from '../list/formats/front-matter-table/page.ts';
import { readPage } from '../list/formats/front-matter-table/read/read-page.ts';
import { languageName } from '../submission/language-name.ts';
import type { PreviewCell, RowPreview } from '../words/row-preview.ts';
import { logoPathOf } from './logo-file.ts';
import { entryOf, type OpenPage } from './open-pages.ts';
import type { Proposal } from './proposal.ts';

/**
 * The rows in which a proposal's entry stands, as they will look; of a removal, the rows that it stood in.
 *
 * @param pages those that the proposal was made from, in the order of the configuration's locales
 * @returns one row for each page that the proposal is about
 */
export function previewRows(
  proposal: Proposal,
  pages: readonly OpenPage[],
  configuration: Configuration,
): RowPreview[] {
  return pages.flatMap((page) => {
    const slot = proposal.slots[page.locale];
    return slot === undefined ? [] : [previewRow(page, slot, proposal, configuration)];
  });
}

function previewRow(
  open: OpenPage,
  slot: Slot,
  proposal: Proposal,
  configuration: Configuration,
): RowPreview {
  const { locale, page } = open;
  const after = pageAfter(open, proposal, configuration);
  const inRow = entriesOf(after).filter((entry) => entry.slot.pair === slot.pair);
  const cells = after.table.columns.map((column) => {
    const entry = inRow.find((each) => each.slot.column === column);
    return entry && previewCell(entry, configuration);
  });
  const before = proposal.kind === 'add' ? undefined : entryOf(open, proposal.company);
  return {
    locale,
    language: languageName(locale, configuration.language),
    path: page.path,
    cells,
    ...(proposal.kind !== 'remove' && { position: after.table.columns.indexOf(slot.column) }),
    ...(before && { before: previewCell(before, configuration) }),
  };
}

/** The page as the proposal leaves it. */
function pageAfter({ page }: OpenPage, { changes }: Proposal, { table }: Configuration): Page {
  const content = changes.find(({ path }) => path === page.path)?.content;
  if (typeof content !== 'string') return page;
  const after = readPage(content, { table, path: page.path });
  if (!after.ok) {
    throw new Error('A page that was proposed cannot be read', { cause: after.problems });
  }
  return after.value;
}

function previewCell(entry: Entry, configuration: Configuration): PreviewCell {
  const { company, text, link } = entry;
  const logo = logoPathOf(entry.logo, configuration);
  return { company, text, ...(logo !== undefined && { logo }), ...(link && { link }) };
}

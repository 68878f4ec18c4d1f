import type { Configuration } from '../config/configuration.ts';
import { type Edit, type Entry, filesOf, type List } from '../list/list.ts';
import { languageAmong } from '../submission/language-name.ts';
import type { PreviewCell, RowPreview } from '../words/row-preview.ts';
import { logoPathOf } from './logo-file.ts';
import { entryOf, type OpenPage } from './open-pages.ts';
import type { Proposal } from './proposal.ts';

/**
 * The rows in which a proposal's entry is, as they will look; of a removal, the rows that it was in.
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
    const edit = proposal.edits[page.locale];
    return edit === undefined ? [] : [previewRow(page, edit, proposal, configuration)];
  });
}

function previewRow(
  open: OpenPage,
  { list, place }: Edit,
  proposal: Proposal,
  configuration: Configuration,
): RowPreview {
  const { entries, position, orderedBy } = list.format.around(list, place);
  const cells = entries.map((entry) => entry && previewCell(entry, configuration));
  const { kind, company, formerName = company, changes } = proposal;
  const before = kind === 'add' ? undefined : entryOf(open, formerName);
  const { logo, darkLogo } = (position === undefined ? undefined : cells[position]) ?? {};
  const isUnchanged =
    kind === 'update' &&
    list.text === open.list.text &&
    !changes.some(({ path }) => path === logo || path === darkLogo);
  const { locale } = open;
  const { path = list.path } = place;
  return {
    locale,
    language: languageAmong(locale, configuration),
    path,
    ...(filesOf(list).every((file) => file.path !== path) && { isFileGone: true }),
    cells,
    ...(proposal.kind !== 'remove' && position !== undefined && { position }),
    ...(before && { before: previewCell(before, configuration) }),
    ...(isUnchanged && { isUnchanged }),
    ...(orderedBy !== undefined && { orderedBy }),
    ...lookOf(list),
  };
}

function lookOf({ format: { look }, fields }: List): Pick<RowPreview, 'look'> {
  if (look === 'grid') return {};
  return { look: { kind: look, fields: fields.map(({ name, role }) => ({ name, role })) } };
}

function previewCell(entry: Entry, configuration: Configuration): PreviewCell {
  const { company, text, link, homepage, homepageLinks, group, fields = {} } = entry;
  const logo = logoPathOf(entry.logo, configuration);
  const darkLogo = logoPathOf(entry.darkLogo ?? '', configuration);
  return {
    company,
    text,
    ...(logo !== undefined && { logo }),
    ...(darkLogo !== undefined && { darkLogo }),
    ...(link && { link }),
    ...(homepage !== undefined && { homepage }),
    ...(homepageLinks && { homepageLinks }),
    ...(group !== undefined && { group }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

import { fileAddress } from '../../text/addresses.ts';
import { shorten } from '../../text/shorten.ts';
import { defuse } from '../defuse.ts';
import type { PullContent } from '../pull-content.ts';
import type { PreviewCell, RowPreview } from '../row-preview.ts';
import { codeSpan } from '../text/code-span.ts';
import { fillMarkdown } from '../text/fill-markdown.ts';
import { type CellShown, cellTable } from './cell-table.ts';
import { listSection } from './list-section.ts';
import type { PreviewWords } from './pull-request-words.ts';

/** A language's name, or what a configuration calls a locale. */
const longestName = 80;

/**
 * One locale's row, or what its list looks like there, as Markdown: a heading, and the row as it will look. For an update the
 * entry before and after; for a removal the entry, and the row without it.
 *
 * @param longest to which a cell's texts are cut, in UTF-16 code units
 */
export function writeRow(
  row: RowPreview,
  content: Pick<PullContent, 'change' | 'pictures'>,
  words: PreviewWords,
  longest: number,
): string {
  const { change, pictures } = content;
  const { cells, position, before } = row;
  const seen = (at: 'base' | 'commit', cell: PreviewCell | undefined, caption = ''): CellShown => ({
    cell,
    caption,
    ...(pictures && { repository: pictures.repository, commit: pictures[at] }),
  });
  const table = (shown: readonly CellShown[]) => cellTable(shown, cells.length, longest);
  const heading = writeHeading(row, pictures, words);
  if (row.isUnchanged) return `${heading}\n\n${words.unchanged}`;
  if (row.look) {
    return [heading, ...listSection(row, row.look, content, words, longest)].join('\n\n');
  }
  if (change === 'remove') {
    const isRowGone = cells.every((cell) => cell === undefined);
    return [
      heading,
      ...(before ? [table([seen('base', before, words['taken-off'])])] : []),
      isRowGone ? words['row-gone'] : words['row-afterwards'],
      ...(isRowGone ? [] : [table(cells.map((cell) => seen('commit', cell)))]),
    ].join('\n\n');
  }
  const entry = position === undefined ? undefined : cells[position];
  const shown =
    before && entry
      ? [seen('base', before, words.before), seen('commit', entry, words.after)]
      : cells.map((cell, index) => seen('commit', cell, index === position ? words.new : ''));
  return `${heading}\n\n${table(shown)}`;
}

function writeHeading(
  { language, path, isFileGone = false }: RowPreview,
  pictures: PullContent['pictures'],
  words: PreviewWords,
): string {
  const name = codeSpan(shorten(path, 4 * longestName));
  const page =
    pictures && !isFileGone
      ? `<a href="${fileAddress(pictures.repository, pictures.commit, path)}">${name}</a>`
      : name;
  const values = { language: defuse(shorten(language, longestName)), page };
  return `### ${fillMarkdown(words.heading, values)}`;
}

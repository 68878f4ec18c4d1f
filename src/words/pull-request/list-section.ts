import { shorten } from '../../text/shorten.ts';
import type { PullContent } from '../pull-content.ts';
import type { ListLook, PreviewCell, RowPreview } from '../row-preview.ts';
import { codeSpan } from '../text/code-span.ts';
import { fillMarkdown } from '../text/fill-markdown.ts';
import type { EntryShown } from './entry-parts.ts';
import { writeLook } from './list-looks.ts';
import type { PreviewWords } from './pull-request-words.ts';

/** Of a name in a sentence, in UTF-16 code units. */
const longestName = 80;

/**
 * An entry among its neighbours as its list looks, as paragraphs of Markdown: a new one in its place, an update before and after, a
 * removal with what is left.
 *
 * @param longest to which texts are cut, in UTF-16 code units
 */
export function listSection(
  row: RowPreview,
  look: ListLook,
  { change, pictures }: Pick<PullContent, 'change' | 'pictures'>,
  words: PreviewWords,
  longest: number,
): readonly string[] {
  const { position, before } = row;
  const cells = row.cells.filter((cell) => cell !== undefined);
  const seen = (at: 'base' | 'commit', cell: PreviewCell, caption = ''): EntryShown => ({
    cell,
    // Anything but a table has it before the entry.
    caption:
      caption === '' || look.kind === 'rows' || look.kind === 'records'
        ? caption
        : fillMarkdown(words.caption, { caption }),
    ...(pictures && { repository: pictures.repository, commit: pictures[at] }),
  });
  const write = (shown: readonly EntryShown[]) => writeLook(shown, look, longest);
  const showsNeighbours = look.kind === 'rows' || look.kind === 'items';
  const entry = position === undefined ? undefined : row.cells[position];
  const group = (entry ?? before)?.group ?? '';
  const inGroup =
    group === '' ? [] : [fillMarkdown(words['in-group'], { group: shorten(group, longestName) })];
  if (change === 'remove') {
    const removed = before ? [write([seen('base', before, words['taken-off'])])] : [];
    if (cells.length === 0) return [...inGroup, ...removed, words['list-empty']];
    const left = cells.map((cell) => seen('commit', cell));
    return [...inGroup, ...removed, ...(showsNeighbours ? [words.afterwards, write(left)] : [])];
  }
  if (entry === undefined) return inGroup;
  if (before) {
    const both = [seen('base', before, words.before), seen('commit', entry, words.after)];
    return [...inGroup, write(both)];
  }
  if (!showsNeighbours) {
    return [...inGroup, ...placeOf(row, words), write([seen('commit', entry)])];
  }
  const all = cells.map((cell) => seen('commit', cell, cell === entry ? words.new : ''));
  return [...inGroup, write(all)];
}

/** Between which entries the changed one is, if they are not shown; with a file for each entry, as far as the order is known. */
function placeOf(row: RowPreview, words: PreviewWords): readonly string[] {
  const { cells, position = 0, orderedBy } = row;
  if (orderedBy === '') return [words['own-file']];
  const nameAt = (index: number) => shorten(cells[index]?.company ?? '', longestName);
  const [previous, next] = [nameAt(position - 1), nameAt(position + 1)];
  if (previous === '' && next === '') return [];
  const kind = previous === '' ? 'first' : next === '' ? 'last' : 'between';
  const place = fillMarkdown(words[kind], { previous, next });
  if (orderedBy === undefined) return [place];
  const key = codeSpan(shorten(orderedBy, longestName));
  return [fillMarkdown(words['ordered-by'], { key, place })];
}

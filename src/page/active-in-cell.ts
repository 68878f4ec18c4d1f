import type { RowKind } from './neighbours.ts';
import { isHtml, markupOf } from './read/row-data.ts';
import type { ActiveMarkup } from './text/active-markup.ts';
import { findActiveMarkup } from './text/find-active-markup.ts';

/**
 * What in a cell would execute, or act on the page beyond showing text, pictures and ordinary links.
 *
 * @param data the cell's value as YAML gives it: markup, or a mapping with the markup as its `val`
 */
export function findActiveInCell(data: unknown, kind: RowKind): readonly ActiveMarkup[] {
  const markup = markupOf(data);
  if (isHtml(data)) return findActiveMarkup(markup, 'html');
  const markdown = findActiveMarkup(markup, 'markdown');
  if (kind === 'text') return markdown;
  // A logo's cell that is not marked as HTML goes through Markdown, which leaves its picture alone and runs shortcodes.
  const shortcodes = markdown.filter((found) => found.kind === 'shortcode');
  return [...shortcodes, ...findActiveMarkup(markup, 'html')];
}

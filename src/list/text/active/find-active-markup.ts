import { findActiveHtml } from './active-html.ts';
import { findActiveMarkdown } from './active-markdown.ts';
import type { ActiveMarkup } from './active-markup.ts';
import { findHugoTokens, findShortcodes } from './active-shortcodes.ts';

/**
 * What in an existing cell would execute, or act on the page beyond showing text, pictures and ordinary links; in the
 * order of the source. Loads a Markdown parser.
 *
 * @param source the cell's markup
 * @param kind `markdown` for a text, which Hugo renders; `html` for a logo's cell, which goes to the page as it is
 */
export function findActiveMarkup(
  source: string,
  kind: 'markdown' | 'html',
): readonly ActiveMarkup[] {
  const found =
    kind === 'html'
      ? [...findHugoTokens(source), ...findActiveHtml(source, 'logo')]
      : [...findHugoTokens(source), ...findShortcodes(source), ...findActiveMarkdown(source)];
  return found.toSorted((one, other) => one.offset - other.offset);
}

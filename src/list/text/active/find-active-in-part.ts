import type { EntryPart } from '../../format.ts';
import type { ActiveMarkup } from './active-markup.ts';
import { findActiveMarkup } from './find-active-markup.ts';

/** What in a part of an entry would execute, or act on the page beyond showing text, pictures and ordinary links. */
export function findActiveInPart({
  markup,
  language,
  role,
}: Pick<EntryPart, 'markup' | 'language' | 'role'>): readonly ActiveMarkup[] {
  if (language === 'html') return findActiveMarkup(markup, 'html');
  const markdown = findActiveMarkup(markup, 'markdown');
  if (role !== 'logo') return markdown;
  // A logo that is not marked as HTML goes through Markdown, which leaves its picture alone and runs shortcodes.
  const shortcodes = markdown.filter((found) => found.kind === 'shortcode');
  return [...shortcodes, ...findActiveMarkup(markup, 'html')];
}

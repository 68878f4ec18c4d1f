import type { Configuration } from '../../config/configuration.ts';
import type { Entry, List } from '../../list/list.ts';
import { escapeHtml } from '../web/markdown/sanitize.ts';
import { markStyle } from './mark-entry.ts';

/** What a small page is made of. */
export interface SmallPage {
  readonly list: List;
  readonly locale: string;
  readonly configuration: Configuration;
  /** The entry that is scrolled to and marked. */
  readonly marked: Entry | undefined;
  /** The address of a file of the repository's: of its bytes, or of the page that shows it. */
  addressOf(path: string, as: 'bytes' | 'page'): string;
}

/** A page in the playground's own looks. @param content HTML that does nothing */
export function ownPage(title: string, locale: string, content: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<base target="_blank">
<link rel="stylesheet" href="/assets/colours.css">
<link rel="stylesheet" href="/assets/style.css">
${markStyle}</head>
<body class="list-page">
<main>${content}</main>
</body></html>`;
}

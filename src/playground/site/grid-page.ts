import markdownIt from 'markdown-it';
import type { Entry, EntryPart, List } from '../../list/list.ts';
import { logoPathOf } from '../../proposal/logo-file.ts';
import { escapeHtml, sanitize } from '../web/markdown/sanitize.ts';
import { markEntry } from './mark-entry.ts';
import type { SmallPage } from './small-page.ts';

/**
 * Shows a page without its site's own templates: its words and its table, as Hugo's defaults would render the cells.
 * The page says that it is not the site's design.
 */
export function renderGridPage(page: SmallPage): string {
  const { list, locale, configuration, marked, addressOf } = page;
  const markdown = markdownIt({ html: true, linkify: true, typographer: true });
  const clean = (dirty: string) =>
    sanitize(dirty, (source) => {
      const path = logoPathOf(source, configuration);
      return path === undefined ? undefined : addressOf(path, 'bytes');
    });
  const cell = (entry: Entry | undefined, role: EntryPart['role']) => {
    const part = entry && list.format.parts(list, entry).find((each) => each.role === role);
    const { markup = '', language = 'html' } = part ?? {};
    return `<td>${clean(language === 'html' ? markup : markdown.render(markup))}</td>`;
  };
  const rows = rowsOf(list).flatMap((entries) =>
    (['logo', 'text'] as const).map(
      (role) => `<tr>${entries.map((entry) => cell(entry, role)).join('')}</tr>`,
    ),
  );
  const table = `<div class="companies"><table>${rows.join('\n')}</table></div>`;
  const [before = '', ...after] = bodyOf(list.text).split(/^\{\{[<%].*?[>%]\}\}\s*$/m);
  const words = (text: string) => clean(markdown.render(withoutShortcodes(text)));
  const title = titleOf(list.text);
  const whole = `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { font: 15px/1.55 system-ui, sans-serif; color: #1f2328; background: #fff; max-width: 1100px; margin: 0 auto; padding: 0 20px 40px; }
.note { background: #fff8c5; border: 1px solid #d4a72c; border-radius: 6px; padding: 8px 12px; margin: 16px 0; }
.companies { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: 720px; }
td { border: 1px solid #d1d9e0; padding: 12px; vertical-align: top; overflow-wrap: anywhere; }
td img { display: block; width: 100%; max-width: 190px; height: auto; margin: 0 auto; }
a { color: #0550ae; }
</style></head>
<body>
<p class="note" lang="en">Shown by the playground’s own renderer: the text is the page’s, the design is not the site’s.</p>
<main>${words(before)}${table}${words(after.join('\n'))}</main>
</body></html>`;
  return marked ? markEntry(whole, marked) : whole;
}

/** The rows of entries, each once. */
function rowsOf(list: List): (readonly (Entry | undefined)[])[] {
  return list.entries.flatMap((entry) => {
    const { entries } = list.format.around(list, entry.place);
    return entries.find((each) => each !== undefined) === entry ? [entries] : [];
  });
}

function titleOf(text: string): string {
  const title = /^title:[ \t]*(.+)$/m.exec(text)?.[1] ?? 'Powered By';
  return title.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** What is below the front matter. */
function bodyOf(text: string): string {
  const end = text.indexOf('\n---', 3);
  return end === -1 ? '' : text.slice(text.indexOf('\n', end + 1) + 1);
}

/** Shortcodes are the site's own: a link to where one leads goes nowhere, any other leaves nothing. */
function withoutShortcodes(text: string): string {
  const shortcode = /\{\{[<%][^{}]*[>%]\}\}/g;
  return text.replace(/\]\(\{\{[<%][^{}]*[>%]\}\}\)/g, '](#)').replace(shortcode, '');
}

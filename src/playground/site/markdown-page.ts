import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import markdownIt, { type MarkdownIt } from 'markdown-it';
import { decodeName, logoPathOf } from '../../proposal/logo-file.ts';
import { pictureEnding } from '../../text/picture-ending.ts';
import { addAlerts } from '../web/markdown/alerts.ts';
import { sanitize } from '../web/markdown/sanitize.ts';
import { addTableAlignment } from '../web/markdown/table-alignment.ts';
import { addTaskLists } from '../web/markdown/task-lists.ts';
import { entryMark } from './mark-entry.ts';
import type { SmallPage } from './small-page.ts';
import { ownPage } from './small-page.ts';

/** Shows the file of a list as GitHub shows a Markdown file. */
export function renderMarkdownPage(page: SmallPage): string {
  const { list, locale, marked } = page;
  const markdown = markdownIt({ html: true, linkify: true });
  addAlerts(markdown);
  addTableAlignment(markdown);
  addTaskLists(markdown);
  // A name that nobody can have written into the file: what is not allowed in it does not become the mark.
  const name = randomUUID();
  if (marked !== undefined) addMark(markdown, marked.place.line - 1, name);
  const rendered = markdown.render(withoutSyntaxOfSites(list.path, list.text));
  const clean = sanitize(rendered, (address) => addressIn(page, address));
  const content = clean.replace(`data-mark="${name}"`, `id="${entryMark}"`);
  return ownPage(posix.basename(list.path), locale, `<div class="markdown">${content}</div>`);
}

/** Names the row, the item or the heading that begins on a line, from 0. */
function addMark(markdown: MarkdownIt, line: number, name: string): void {
  const kinds = ['tr_open', 'list_item_open', 'heading_open'];
  markdown.core.ruler.push('mark', ({ tokens }) => {
    const found = tokens.findLast(({ type, map }) => kinds.includes(type) && map?.[0] === line);
    found?.attrSet('data-mark', name);
  });
}

/** Front matter, and of MDX its imports and exports. Every line stays where it is. */
function withoutSyntaxOfSites(path: string, text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, '');
  const body = text.replace(/^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/, blank);
  return path.endsWith('.mdx') ? body.replace(/^(?:import|export)\s.*$/gm, blank) : body;
}

/** Where an address in the file leads, if it is one of the repository's; nothing for what is elsewhere. */
function addressIn({ list, configuration, addressOf }: SmallPage, address: string) {
  if (address.startsWith('#')) return address;
  const logo = logoPathOf(address, configuration);
  if (logo !== undefined) return addressOf(logo, 'bytes');
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return undefined;
  const path = decodeName(address.replace(/[?#].*$/s, ''));
  const inside = posix.join(path.startsWith('/') ? '' : posix.dirname(list.path), path);
  const file = inside.replace(/^\/+/, '');
  return file.startsWith('..')
    ? undefined
    : addressOf(file, pictureEnding.test(file) ? 'bytes' : 'page');
}

import { decodeName } from '../../proposal/logo-file.ts';
import { escapeHtml } from '../web/markdown/sanitize.ts';

/** The fragment that leads to the marked entry. */
export const entryMark = 'poweredby-entry';

/** It glows once, and stays framed: the cell or item that it is in, where there is one. */
export const markStyle = `<style>
#${entryMark} { scroll-margin-block: 30vh; }
td:has(#${entryMark}), li:has(#${entryMark}):not(:has(li #${entryMark}, li#${entryMark})), :not(td, li) > #${entryMark} { outline: 3px solid #1f883d; outline-offset: -3px; border-radius: 6px; animation: ${entryMark} 2.5s ease-out; }
@keyframes ${entryMark} { 0%, 30% { background: #2da44e1a; box-shadow: 0 0 0 8px #2da44e66; } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }
</style>`;

/** What an entry is found by on a finished page. */
export interface MarkedEntry {
  readonly company: string;
  /** Its logo's address as the list names it; empty where there is none. */
  readonly logo: string;
}

/** Marks an entry on a finished page: its logo, else the company's name. A page without either stays as it is. */
export function markEntry(page: string, { company, logo }: MarkedEntry): string {
  const found = (logo === '' ? undefined : findPicture(page, logo)) ?? findName(page, company);
  if (found === undefined) return page;
  const { start, end } = found;
  const marked = `<span id="${entryMark}">${page.slice(start, end)}</span>`;
  const whole = page.slice(0, start) + marked + page.slice(end);
  return whole.includes('</head>')
    ? whole.replace('</head>', () => `${markStyle}</head>`)
    : markStyle + whole;
}

/** A part of a page, as offsets. */
interface Part {
  readonly start: number;
  readonly end: number;
}

function findPicture(page: string, logo: string): Part | undefined {
  const name = fileName(logo);
  for (const { 0: tag, index } of page.matchAll(/<img\s[^<>]*>/gi)) {
    const [, quoted, plain] = /\ssrc\s*=\s*(?:["']([^"']*)["']|([^\s"'>]+))/i.exec(tag) ?? [];
    if (fileName(quoted ?? plain ?? '') === name) return { start: index, end: index + tag.length };
  }
  return undefined;
}

function fileName(address: string): string {
  return decodeName(address.replace(/[?#].*$/s, '').replace(/^.*\//s, ''));
}

/** The first time that it is in the page's words; a title in its head is none of them. */
function findName(page: string, company: string): Part | undefined {
  const from = Math.max(0, page.indexOf('</head>'));
  for (const { 0: words, index } of page.slice(from).matchAll(/>[^<]+/g)) {
    for (const name of [escapeHtml(company), company]) {
      const at = words.indexOf(name);
      const start = from + index + at;
      if (at !== -1) return { start, end: start + name.length };
    }
  }
  return undefined;
}

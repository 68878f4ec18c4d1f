import { markChinese } from '../markdown/chinese.ts';
import { escapeHtml } from '../markdown/sanitize.ts';
import { type Html, raw } from './html.ts';

/** A text that somebody typed, as text, with what is Chinese in it marked as such. */
export function typed(text: string): Html {
  return raw(markChinese(escapeHtml(text)));
}

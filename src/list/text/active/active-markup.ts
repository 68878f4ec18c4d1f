import { excerptOf } from '../../../text/shorten.ts';

/** What in a cell would execute, or act on the page beyond showing text, pictures and ordinary links. */
export interface ActiveMarkup {
  readonly kind: ActiveMarkupKind;
  /** The beginning of the place, on one line. */
  readonly excerpt: string;
  /** In characters from the start of the source. */
  readonly offset: number;
}

/**
 * - `shortcode`: Hugo runs it, or fails to build the site
 * - `element`: an HTML element that has no business in such a cell
 * - `event-handler`: an attribute that is a program, as `onerror`
 * - `script-link`: a link or a picture with a `javascript:`, `vbscript:` or `data:` address
 */
export type ActiveMarkupKind = 'shortcode' | 'element' | 'event-handler' | 'script-link';

/** Makes a finding of a place in a source. */
export function activeMarkup(kind: ActiveMarkupKind, text: string, offset: number): ActiveMarkup {
  return { kind, excerpt: excerptOf(text), offset };
}

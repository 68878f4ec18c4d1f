import { resolveReference } from '../../../text/character-references.ts';
import { separator } from './separator.ts';

const encoded = new RegExp(
  [
    separator,
    /\\([!-/:-@[-`{-~])/.source,
    /&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);/.source,
  ].join('|'),
  'g',
);

/**
 * The text that a source shows, as far as it is plain: character references and backslash escapes resolved as Markdown
 * does, no separators, all else as it is. The inverse of encoding a text, a link's text or an attribute.
 */
export function decodeText(source: string): string {
  return source.replace(encoded, (whole: string, escaped?: string, reference?: string) => {
    if (escaped !== undefined) return escaped;
    if (reference !== undefined) return resolveReference(reference) ?? whole;
    return '';
  });
}

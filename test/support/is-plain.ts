import { activeInCell } from '../../src/list/text/active/active-text.ts';
import { tokenSeparator } from '../../src/list/text/hugo-token.ts';
import { resolveReference } from '../../src/text/character-references.ts';

/** A line that gives a meaning to the line above it: a heading's rule, a table's, a definition. */
const actsOnLineAbove = /^(?:=+$|[-|:]|$)/;

/** A token that is kept apart is harmless. */
const separatedToken = `HAHAHUGO${tokenSeparator}SHORTCODE`;

const reference = /&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);/y;

/**
 * Whether a source is ordinary text without live markup, so that decoding it tells what the page shows. Where the
 * neighbours of a character do not settle it, as with a lone asterisk at a word, the answer is no.
 *
 * @param source one or several lines of Markdown
 */
export function isPlain(source: string): boolean {
  if (/^\s|\0/.test(source) || / {2}\r?\n/.test(source)) return false;
  if (source.startsWith('[') && source.includes(']:')) return false;
  const text = source.trimEnd();
  if (/[^ \t\r\n]/.test(source.slice(text.length))) return false;
  const [firstLine = '', ...otherLines] = text
    .replaceAll(separatedToken, '')
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line) => line.trim());
  if (otherLines.some((line) => actsOnLineAbove.test(line))) return false;
  return [firstLine, ...otherLines].every(isPlainLine);
}

function isPlainLine(line: string): boolean {
  let escaped = -1;
  for (const { 0: found, index } of line.matchAll(activeInCell)) {
    if (index === escaped) continue;
    const isEscape = found === '\\' && /[!-/:-@[-`{-~]/.test(line.charAt(index + 1));
    if (isEscape) escaped = index + 1;
    else if (!(found === '&' && isKnownReference(line, index))) return false;
  }
  return true;
}

function isKnownReference(line: string, index: number): boolean {
  reference.lastIndex = index;
  const name = reference.exec(line)?.[1];
  return name !== undefined && resolveReference(name) !== undefined;
}

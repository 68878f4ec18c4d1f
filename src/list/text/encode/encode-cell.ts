import { toReference } from '../../../text/character-references.ts';
import { toSingleLine } from '../../../text/single-line.ts';
import { activeInCell, activeInLinkText } from '../special/special-characters.ts';

/**
 * What acts in a Markdown file that GitHub shows or MDX compiles, beside what acts on a page of Hugo's: braces, in which MDX
 * runs programs; each `<`; brackets, for a file may define what they refer to; the borders of a table's cell; two dollar
 * signs, between which GitHub reads a formula; and `www.` alone, which GitHub makes a link.
 */
const activeInFile = /[{}<|[\]]|\$(?=.*\$)|(?<=\$.*)\$|(?<=(?<![A-Za-z0-9])[Ww]{3})\./.source;

const inCell = new RegExp(`${activeInFile}|${activeInCell.source}`, 'gu');
const inLabel = new RegExp(`${activeInFile}|${activeInLinkText.source}`, 'gu');

/**
 * A text as Markdown source for a cell of a table in a Markdown file: GitHub and MDX show exactly the text, and nothing
 * in it acts.
 *
 * @param text one line, as cleaned; of any other text the control characters become blanks
 */
export function encodeCell(text: string): string {
  return toSingleLine(text).trim().replace(inCell, writeInert);
}

/** A text between the brackets of a link in such a cell. */
export function encodeCellLabel(text: string): string {
  return toSingleLine(text).trim().replace(inLabel, writeInert);
}

/**
 * The same, for a link in Markdown and not in HTML: there an address makes no link of its own, and stays as everybody writes it.
 */
export function encodeLinkLabel(text: string): string {
  return encodeCellLabel(text)
    .replace(/^(https?)&colon;\/\//i, '$1://')
    .replace(/^((?:https?:\/\/)?www)&period;/i, '$1.');
}

/** The border of a cell takes a backslash, as everybody writes it; anything else is a reference. */
function writeInert(found: string): string {
  if (found === '|') return '\\|';
  return found === '' ? '' : toReference(found);
}

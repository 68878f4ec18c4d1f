import { toReference } from '../../text/character-references.ts';
import { toSingleLine } from '../../text/single-line.ts';
import { activeInCell } from './active/active-text.ts';
import { tokenSeparator } from './hugo-token.ts';

/**
 * A text as Markdown source for a text cell: Hugo shows exactly the text, and no element and no link arises. Ordinary
 * prose stays as it is; what would act is written as a character reference, which is inert in Markdown, in HTML and to
 * Hugo's shortcodes.
 *
 * The source may begin a line of its own, and anything may follow that begins with a blank or a line break.
 *
 * @param text one line, as cleaned; of any other text the control characters become blanks
 */
export function encodeText(text: string): string {
  return toSingleLine(text).replace(activeInCell, writeInert);
}

/** @param found one active character, or nothing between the halves of Hugo's token */
export function writeInert(found: string): string {
  return found === '' ? tokenSeparator : toReference(found);
}

import { toSingleLine } from '../../text/single-line.ts';
import { activeInLinkText } from './active/active-text.ts';
import { writeInert } from './encode-text.ts';

/**
 * A text as Markdown source for between the brackets of a link: shown exactly, with no link inside it, and never ending
 * the brackets early.
 *
 * @param text one line, as cleaned; of any other text the control characters become blanks
 */
export function encodeLinkText(text: string): string {
  return toSingleLine(text).replace(activeInLinkText, writeInert);
}

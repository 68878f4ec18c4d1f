import { toReference } from '../../../text/character-references.ts';
import { toSingleLine } from '../../../text/single-line.ts';
import { findDoubleMarks } from '../special/double-marks.ts';
import { activeInCell, apart } from '../special/special-characters.ts';
import { separator } from './separator.ts';

/**
 * A text as Markdown source for a text cell: Hugo shows exactly the text, and no link and no markup arises, nor does one
 * in a browser where MathJax, KaTeX or Vue read the finished page. Ordinary prose stays as it is; what would act is
 * written as a character reference, which is inert in Markdown, in HTML and to Hugo's shortcodes, and where references
 * do not help, characters get a separator between them.
 *
 * The source may begin a line of its own, and anything may follow that begins with a blank, a line break or a tag.
 *
 * @param text one line, as cleaned; of any other text the control characters become blanks
 */
export function encodeText(text: string): string {
  return writeInert(toSingleLine(text), activeInCell);
}

/**
 * Writes a line with a reference for each character that would act, and a separator between those that would act together.
 *
 * @param active finds the characters
 */
export function writeInert(line: string, active: RegExp): string {
  const acting = new Set([...offsetsOf(active, line), ...findDoubleMarks(line)]);
  const separated = new Set(offsetsOf(apart, line));
  if (acting.size + separated.size === 0) return line;
  return line
    .split('')
    .map((character, offset) => {
      const written = acting.has(offset) ? toReference(character) : character;
      return separated.has(offset) ? separator + written : written;
    })
    .join('');
}

function offsetsOf(pattern: RegExp, line: string): readonly number[] {
  return Array.from(line.matchAll(pattern), ({ index }) => index);
}

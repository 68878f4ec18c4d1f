/**
 * A text that fits on one line of a page: well-formed, and a blank for every control character and line
 * separator. A cleaned text has none of these and stays as it is.
 */
export function toSingleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/\p{Noncharacter_Code_Point}/gu, '\uFFFD');
}

/** A text with its lines on one, a blank between each two. */
export function joinLines(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ');
}

/** A text with one blank for all blanks and line ends between two words, and none at its ends. */
export function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** {@link toSingleLine}, with its blanks folded. */
export function foldLine(text: string): string {
  return foldBlanks(toSingleLine(text));
}

/** Lines without the bullets or numbers that somebody typed before each of several. */
export function withoutBullets(text: string): string {
  const lines = text.trim().split(/(?<!\s)\s*\n\s*/);
  const bare = lines.map((line) => line.replace(/^(?:[-*+•·–]|\d{1,9}[.)])[ \t]+(?=\S)/, ''));
  const areItems = lines.length > 1 && bare.every((line, index) => line !== lines[index]);
  return areItems ? bare.join('\n') : text;
}

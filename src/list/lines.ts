import { lineFinder } from '../text/line-finder.ts';

/** The start of the line in which an offset lies. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the next line, or the text's end. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Behind the last character of the line in which an offset lies, before its line end. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The number of an offset's line, from 1. */
export function lineNumber(text: string, offset: number): number {
  return lineFinder(text)(offset);
}

/** Whether nothing but blanks is between two offsets. */
export function isBlank(text: string, from: number, to: number): boolean {
  return /^[ \t\r\n]*$/.test(text.slice(from, to));
}

/** Walks back over the blank lines directly before a line's start, no further than `floor`. */
export function beforeBlankLines(text: string, start: number, floor: number): number {
  let at = start;
  while (at > floor) {
    const previous = lineStart(text, at - 1);
    if (previous < floor || !isBlank(text, previous, at)) break;
    at = previous;
  }
  return at;
}

/**
 * The lines of a text that is wrapped at single blanks, of which a reader makes blanks again.
 *
 * @param width of a line, in characters; a longer word has a line of its own
 */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line === undefined) line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line ?? ''];
}

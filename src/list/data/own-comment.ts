import { isBlank, lineStart } from '../lines.ts';

/**
 * Where the comment above an entry begins that is the entry's own, since it names the organization; else the entry's own
 * start. Other comments speak of what follows, whichever entries these are.
 */
export function startWithComment(
  text: string,
  { start, company }: { start: number; company: string },
  mark: RegExp,
): number {
  let line = lineStart(text, start);
  if (!isBlank(text, line, start) || company === '') return start;
  let above = line;
  while (line > 0) {
    const previous = lineStart(text, line - 1);
    if (!mark.test(text.slice(previous, line).trimStart())) break;
    line = previous;
    above = previous;
  }
  const comment = text.slice(above, lineStart(text, start));
  if (!names(comment, company)) return start;
  return above + (/^\s*/.exec(comment)?.[0].length ?? 0);
}

/** Whether a text has a name in it that is not part of another word. */
function names(text: string, name: string): boolean {
  const [words, wanted] = [text.toLowerCase(), name.toLowerCase()];
  for (let at = words.indexOf(wanted); at !== -1; at = words.indexOf(wanted, at + 1)) {
    const beside = words.charAt(at - 1) + words.charAt(at + wanted.length);
    if (!/[\p{L}\p{N}]/u.test(beside)) return true;
  }
  return false;
}

/** A text with at most so many UTF-16 code units; where something is cut off, it ends in an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const beginning = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning.trimEnd()}…`;
}

const longestExcerpt = 60;

/** The beginning of a text, on one line and at most 60 characters long, by which a person finds it again. */
export function excerptOf(text: string): string {
  const beginning = text.slice(0, 4 * longestExcerpt).replace(/\s+/g, ' ');
  const characters = [...beginning.trim()];
  if (characters.length <= longestExcerpt) return characters.join('');
  return `${characters.slice(0, longestExcerpt - 1).join('')}…`;
}

/** A text with at most so many UTF-16 code units; where something is cut off, it ends in an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const beginning = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning.trimEnd()}…`;
}

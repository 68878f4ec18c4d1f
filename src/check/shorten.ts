const longest = 60;

/** The beginning of a text, on one line, by which a maintainer finds it again. */
export function shorten(text: string): string {
  const characters = Array.from(
    text
      .slice(0, 4 * longest)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  if (characters.length <= longest) return characters.join('');
  return `${characters.slice(0, longest - 1).join('')}…`;
}

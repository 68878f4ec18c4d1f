/** A paragraph's source without comments of HTML; its line ends stay. Those in code are shown. */
export function withoutComments(text: string): string {
  // Behind it nothing ends, and to look for an end from each beginning would take the square of the time.
  const end = text.lastIndexOf('-->') + 3;
  const found = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\\[\s\S]|<!--(?:-?>|[\s\S]*?-->)/g;
  const shown = text
    .slice(0, end)
    .replace(found, (piece) => (piece.startsWith('<') ? piece.replace(/[^\n]+/g, '') : piece));
  return shown + text.slice(end);
}

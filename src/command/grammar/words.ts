/** What may stand behind a command without changing it. A question mark is not among it: who asks does not command. */
const trailing = /(?<![.,;:!。])[.,;:!。]+$/;

/** A word as it is compared: in lower case, full-width letters as plain ones, without the full stop behind it. */
export function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(trailing, '');
}

/** The beginning of what a stranger typed, for a sentence that names it. */
export function shorten(typed: string): string {
  const most = 40;
  const beginning = Array.from(typed.slice(0, 2 * most + 2));
  return beginning.length > most ? `${beginning.slice(0, most).join('')}…` : typed;
}

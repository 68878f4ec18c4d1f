/** What may be behind a command without changing it. A question mark is not among it: who asks does not command. */
const trailing = /(?<![.,;:!。])[.,;:!。]+$/;

/** A word as it is compared: in lower case, full-width letters as plain ones, without the full stop behind it. */
export function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(trailing, '');
}

/** Of what a stranger typed, in sentences that name it; in UTF-16 code units. */
export const mostTyped = 40;

/** The most Unicode characters (code points) that a cleaned text may have, so that entries on a page stay alike. */
export const limits = {
  company: 80,
  description: 600,
  link: 500,
  linkText: 120,
  /** Of what only the list itself understands: a word or two, or some sentences. */
  value: 200,
  words: 600,
} as const;

/** How many characters a person sees in a text, as far as code points tell. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

import type { FormatId } from '../config/configuration.ts';

/** The most Unicode characters (code points) that a cleaned text may have, so that entries on a page stay alike. */
export const limits = {
  company: 80,
  description: 600,
  /** In sections, which have room for paragraphs: of those in real lists, one in five is longer than the other limit. */
  section: 1500,
  link: 500,
  linkText: 120,
  /** In the place of a homepage; of those in real lists, none has more than two. */
  homepageLinks: 5,
  /** Of what only the list itself understands: a word or two, or some sentences. */
  value: 200,
  words: 600,
} as const;

/** The most characters of a company's text about itself. */
export function descriptionLimit(format: FormatId): number {
  return format === 'markdown-sections' ? limits.section : limits.description;
}

/** How many characters a person sees in a text, as far as code points tell. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

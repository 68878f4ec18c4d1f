/**
 * Stands between two characters that must not touch, and shows nothing. A comment would not do: a minifier takes it out,
 * and MathJax reads on behind it.
 */
export type Separator = (typeof separators)[keyof typeof separators];

export const separators = {
  /** Where Hugo lets raw HTML through: the text of the page stays the same to the character. */
  element: '<span></span>',
  /**
   * Where it may leave raw HTML out: then a word joiner remains, which nobody sees. Where it does not, the joiner is
   * no part of the page's text.
   */
  template: '<template>&NoBreak;</template>',
} as const;

/** Any separator. */
export const anySeparator = new RegExp(Object.values(separators).join('|'), 'g');

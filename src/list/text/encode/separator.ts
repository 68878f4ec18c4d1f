/**
 * Is between two characters that must not touch, and shows nothing: what is in a `template` is no part of a page's
 * text. A comment would not do, for a minifier takes it out, and MathJax reads on behind it. Where Hugo leaves raw HTML out,
 * the word joiner remains, which nobody sees. Vue would show a page of its own making, with the joiner in the text, but for
 * the condition.
 */
export const separator = '<template v-if=0>&NoBreak;</template>';

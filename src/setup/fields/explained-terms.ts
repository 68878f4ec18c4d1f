/** Words in bold before others, at the start of an item or a paragraph. */
const term = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)([^*\n]{1,60}?)[ \t]*[:：]?(?:\*\*|__)[ \t]*\S/gm;

/** One alone explains no choice. */
const fewestTerms = 2;

/**
 * The terms that a Markdown file explains, as kinds of adopters or phases of adoption: words in bold before others, those together that are below
 * the same heading.
 */
export function explainedTerms(text: string): readonly (readonly string[])[] {
  const sections = text.split(/^#{1,6}[ \t].*$/m);
  const terms = sections.map((section) =>
    Array.from(section.matchAll(term), ([, words = '']) => words.trim()),
  );
  return terms.filter((each) => each.length >= fewestTerms);
}

/**
 * Choices with the terms that are explained together with them but that no entry has yet.
 *
 * @param choices the values of a field
 * @param terms those of each section of its file
 * @returns the choices alone where fewer than half of them are explained
 */
export function withExplained(
  choices: readonly string[],
  terms: readonly (readonly string[])[],
): readonly string[] {
  const fold = (words: string) => words.toLowerCase();
  const known = new Set(choices.map(fold));
  const section = terms.find((each) => {
    const explained = new Set(each.map(fold).filter((words) => known.has(words))).size;
    return explained >= fewestTerms && explained * 2 >= known.size;
  });
  const others = (section ?? []).filter((words) => !known.has(fold(words)));
  return [...choices, ...new Set(others)];
}

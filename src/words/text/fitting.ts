/**
 * How many of some texts, from the first, fit together.
 *
 * @param room in UTF-16 code units; each text takes two more, for what joins it to the next
 */
export function countFitting(texts: readonly string[], room: number): number {
  let used = 0;
  const firstTooMany = texts.findIndex((text) => {
    used += text.length + 2;
    return used > room;
  });
  return firstTooMany === -1 ? texts.length : firstTooMany;
}

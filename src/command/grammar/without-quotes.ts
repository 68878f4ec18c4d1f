/** Marks that people put around a value, as YAML or a sentence would have them. */
const pairs = ['""', "''", '``', '“”', '‘’', '„“', '„”', '«»', '「」', '『』'];

/** A value without the quotes that are around all of it. */
export function withoutQuotes(value: string): string {
  const typed = value.trim();
  const pair = pairs.find(
    ([open = '', close = '']) => typed.startsWith(open) && typed.endsWith(close),
  );
  if (pair === undefined || typed.length < 2) return typed;
  const inside = typed.slice(1, -1);
  // As in “A” and “B”, which are two.
  const isWhole = !inside.includes(pair[0] ?? '') && !inside.includes(pair[1] ?? '');
  return isWhole ? inside.trim() : typed;
}

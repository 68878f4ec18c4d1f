/** Those of a file's lists that have a name, whatever its case; all of them, where none is asked for. */
export function asNamed<T extends { readonly within: string }>(
  named: readonly T[],
  within: string | undefined,
): readonly T[] {
  const wanted = within?.toLowerCase();
  return named.filter((each) => wanted === undefined || each.within.toLowerCase() === wanted);
}

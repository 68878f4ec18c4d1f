/**
 * Reads the same text once, however often it is asked for in a row: each group of a list asks for the whole file.
 *
 * @param read what it makes of a text, which nobody changes
 */
export function rememberLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}

/** A mapping or a list as a parser gives it: keys to values. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether a value that was read from YAML or JSON is a mapping or a list. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

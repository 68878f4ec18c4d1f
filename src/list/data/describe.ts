/** What is in a file as code and not as data; two of them are the same where their source is. */
export class Expression {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/**
 * A text that is the same for two values only where these hold the same data, the order of keys aside. What is there several
 * times, as aliases make it, is described once: aliases of aliases make few values look like very many.
 */
export function describe(value: unknown, seen = new Map<object, number>()): string {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? JSON.stringify(value) : `${typeof value} ${value}`;
  }
  if (value instanceof Expression) return `expression ${JSON.stringify(value.source)}`;
  const known = seen.get(value);
  if (known !== undefined) return `*${known}`;
  seen.set(value, seen.size);
  if (Array.isArray(value)) return `[${value.map((each) => describe(each, seen)).join()}]`;
  const pairs = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${pairs.map(([key, each]) => describeProperty(key, each, seen)).join()}}`;
}

/** A property of an entry, as it is compared. */
export function describeProperty(
  key: string,
  value: unknown,
  seen = new Map<object, number>(),
): string {
  return `${JSON.stringify(key)}:${describe(value, seen)}`;
}

/** An entry as it is compared: its properties, or what it is where it has none. */
export function describeEntry(value: unknown): readonly string[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || value instanceof Expression) return [describe(value)];
  return Object.entries(value)
    .map(([key, each]) => describeProperty(key, each))
    .toSorted();
}

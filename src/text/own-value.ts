/**
 * What a record has under a name that a stranger chose: `constructor` and `__proto__` are names like any other.
 *
 * @returns nothing if the record has no such name of its own
 */
export function ownValue<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

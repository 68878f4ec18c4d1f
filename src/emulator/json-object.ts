/** A JSON value that is an object. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** @returns whether a value is an object, and neither an array nor null */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

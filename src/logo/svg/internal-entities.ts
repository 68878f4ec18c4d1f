/** Illustrator declares eight, each an address; older versions one for each style. */
const mostEntities = 500;

/** In characters. */
const longestValue = 1_000;

const declaration = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/**
 * The entities that a document type declaration defines as plain text, by their names. Those that hold markup, name other
 * entities or load something are left out: a file that uses one of them cannot be read.
 */
export function internalEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = '', quoted, single] of doctype.matchAll(declaration)) {
    const value = quoted ?? single ?? '';
    if (/[&%<]/.test(value) || value.length > longestValue) continue;
    if (entities.size < mostEntities && !entities.has(name)) entities.set(name, value);
  }
  return entities;
}

/**
 * Whether two values read from YAML are equal. Each pair of objects is compared once: aliases of aliases make few
 * objects look like very many.
 */
export function sameData(
  one: unknown,
  other: unknown,
  compared = new Map<object, object>(),
): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (compared.get(one) === other) return true;
  compared.set(one, other);
  if (one instanceof Date || other instanceof Date) {
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameData(value, others.get(key), compared))
  );
}

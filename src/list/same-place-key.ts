import type { Place } from './format.ts';

/** Equal for places that correspond in the lists of two locales. */
export function samePlaceKey({ group, index, details }: Place): string {
  const own = Object.values(details);
  return own.length > 0 ? own.join(' ') : `${group} ${index}`;
}

import type { FieldRole } from '../../config/configuration.ts';

/**
 * Whether words are written in another entry's capitals: where the field has few words, or two entries have these capitals.
 *
 * @param same how the entries write the words
 * @param spelling how one of them does
 */
export function followsCapitals(
  role: FieldRole,
  same: readonly string[],
  spelling: string,
): boolean {
  const hasFewWords = role === 'status' || role === 'category';
  return hasFewWords || same.filter((each) => each === spelling).length > 1;
}

import type { TextContext } from '../data-syntax.ts';
import type { DataValue } from '../data-value.ts';
import { type Neighbourhood, otherTexts } from './neighbours.ts';

/**
 * What decides how a string is written.
 *
 * @param likes values of the same key, nearest first
 */
export function textContext(
  around: Neighbourhood,
  name: string,
  likes: readonly DataValue[],
): TextContext {
  const { text } = around.list;
  const [nearest] = around.neighbours;
  const [first] = nearest?.properties ?? [];
  // A value that is changed stays as it was written.
  const own = around.changed?.properties.find((each) => each.name === name)?.value;
  const alike = own?.kind === 'text' && own.data !== '' ? [own] : likes;
  return {
    text,
    likes: alike.filter(({ kind }) => kind === 'text'),
    others: otherTexts(around, name),
    inBraces: text.slice(nearest?.start, first?.start).includes('{'),
  };
}

import { mostCommon } from '../../most-common.ts';

const numbered = /^(\s*)(\d{1,9})([.)]\s+)/;

/**
 * What is before the name of a new item: the marker of most, and where these count, the number behind that of the item
 * before. No other item gets another number: Markdown counts by itself.
 *
 * @param openers those of the list, in its order
 * @param index where the new item will be
 */
export function markerAt(openers: readonly string[], index: number): string {
  const shapes = openers.map((opener) => opener.replace(numbered, '$11$3'));
  const usual = (mostCommon(shapes) ?? '-').replace(/\S$/, '$& ');
  const numbers = openers.flatMap((opener) => {
    const number = numbered.exec(opener)?.[2];
    return number === undefined ? [] : [Number(number)];
  });
  const same = mostCommon(numbers);
  // A single number tells nothing; one that is repeated needs no other item to change, ever.
  const isSame = numbers.filter((each) => each === same).length * 2 > numbers.length;
  const [before, behind] = [numbers[index - 1], numbers[index]];
  const number = isSame ? same : before === undefined ? behind : before + 1;
  return usual.replace(numbered, (_, margin: string, one: string, dot: string) => {
    return `${margin}${number ?? one}${dot}`;
  });
}

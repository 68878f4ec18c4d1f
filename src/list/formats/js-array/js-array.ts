import { betweenLike, cutBetween, insertBetween, usualLayout } from '../../data/brackets.ts';
import { dataFormat } from '../../data/data-format.ts';
import { readJs } from './read-js.ts';
import { seeJs } from './see-js.ts';
import { writeString } from './write-string.ts';

/** A list of objects in a file of JavaScript or TypeScript, written as literals. The file is never run. */
export const jsArray = dataFormat({
  id: 'js-array',
  comments: 'script',
  read: readJs,
  see: seeJs,
  insert: insertBetween,
  cut: cutBetween,
  layout: (list) => usualLayout(list, ','),
  between: betweenLike,
  afterKey: ': ',
  breaksLongLines: true,
  itemGap: (open) => `,${/\s+$/.exec(open)?.[0] ?? ' '}`,
  writeKey,
  writeText: writeString,
});

function writeKey(name: string, others: readonly string[]): string {
  const quote = /^["']/.exec(others[0] ?? '')?.[0];
  if (quote === undefined && /^[A-Za-z_$][\w$]*$/.test(name)) return name;
  return quote === "'" && !/['\\]/.test(name) ? `'${name}'` : JSON.stringify(name);
}

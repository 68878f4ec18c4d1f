import type { EntryPart } from '../../format.ts';
import type { ProseEntry, ProseList } from './entry.ts';

/** All of an entry behind what stands before its name, for `check`. */
export function entryMarkup({ text }: ProseList, { name, end }: ProseEntry): readonly EntryPart[] {
  const { start } = name;
  return [{ role: 'other', markup: text.slice(start, end), language: 'markdown', start, end }];
}

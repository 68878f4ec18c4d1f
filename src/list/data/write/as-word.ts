import type { DataValue } from '../data-value.ts';

/** A number where others have numbers, and likewise true and false; they are spelled alike in all formats. */
export function asWord(typed: string, like: DataValue): unknown {
  if (!/^(?:true|false|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?)$/.test(typed)) return undefined;
  const word: unknown = JSON.parse(typed);
  return typeof word === typeof like.data ? word : undefined;
}

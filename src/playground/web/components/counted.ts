import { pluralForm } from '../../../text/plural.ts';

/** A number of things in English, such as “1 file” and “2 files”. */
export function counted(count: number, noun: string): string {
  return `${count} ${pluralForm({ one: noun, other: `${noun}s` }, count, 'en')}`;
}

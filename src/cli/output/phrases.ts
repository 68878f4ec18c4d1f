import { parse } from 'yaml';
import type { Language } from '../../config/configuration.ts';
import type { Values } from '../../problem/values.ts';
import { readTemplate } from '../../templates.ts';
import { fillTemplate } from '../../words/fill-template.ts';
import { printable } from './terminal.ts';

const read = new Map<Language, Readonly<Record<string, string>>>();

/**
 * A phrase of the command line in a language, with values that are safe to show.
 *
 * @throws where `templates/LANGUAGE/command-line.yml` has no such phrase, which would be our own mistake
 */
export function phrase(language: Language, name: string, values: Values = {}): string {
  const phrases = read.get(language) ?? parse(readTemplate(`${language}/command-line.yml`));
  read.set(language, phrases);
  const template: unknown = phrases[name];
  if (typeof template !== 'string') throw new TypeError(`There is no phrase ${name}`);
  const safe = Object.entries(values).map(([key, value]) => [key, printable(String(value))]);
  return fillTemplate(template, Object.fromEntries(safe));
}

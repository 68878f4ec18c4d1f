import { parse } from 'yaml';
import type { Language } from '../../config/reply-languages.ts';
import type { Values } from '../../problem/values.ts';
import { readTemplate } from '../../templates.ts';
import { type PluralForms, pluralForm } from '../../text/plural.ts';
import { fillTemplate } from '../../words/fill-template.ts';
import { printable } from './terminal.ts';

type Phrases = Readonly<Record<string, string | PluralForms>>;

const read = new Map<Language, Phrases>();

/**
 * A phrase of the command line in a language, with values that are safe to show. One that has plural forms is chosen by
 * its value `count`.
 *
 * @throws where `templates/LANGUAGE/command-line.yml` has no such phrase, which would be our own error
 */
export function phrase(language: Language, name: string, values: Values = {}): string {
  const phrases: Phrases =
    read.get(language) ?? parse(readTemplate(`${language}/command-line.yml`));
  read.set(language, phrases);
  const found = phrases[name];
  if (found === undefined) throw new TypeError(`There is no phrase ${name}`);
  const template =
    typeof found === 'string' ? found : pluralForm(found, Number(values['count']), language);
  const safe = Object.entries(values).map(([key, value]) => [key, printable(String(value))]);
  return fillTemplate(template, Object.fromEntries(safe));
}

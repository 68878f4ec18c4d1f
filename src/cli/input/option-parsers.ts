import { InvalidArgumentError, type Option } from 'commander';
import { phrase } from '../output/phrases.ts';

/** What options that are given again and again gather, by name. */
type Gathered = Readonly<Record<string, string>>;

/** Gathers `--text LOCALE=TEXT`. */
export function collectTexts(word: string, texts: Gathered = {}): Gathered {
  const [, locale, text] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
  if (locale === undefined || text === undefined)
    throw new InvalidArgumentError(phrase('en', 'usage-text'));
  return gather(texts, locale, text, 'usage-text-twice');
}

/** Gathers `--link-text`: a text behind `LOCALE=` is for that locale; any other, under the empty name, for the source locale. */
export function collectLinkTexts(word: string, texts: Gathered = {}): Gathered {
  const [, locale = '', text = word] =
    /^([a-z]{2,3}(?:[-_][a-z\d]{2,8})*)=(.*)$/is.exec(word) ?? [];
  return gather(texts, locale, text, 'usage-text-twice');
}

/** Gathers `--field NAME=VALUE`. A name may hold `=` where its last one ends it. */
export function collectFields(word: string, fields: Gathered = {}): Gathered {
  const [, name, value] = /^([^=]*[^=\s][^=]*)=(.*)$/s.exec(word) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError(phrase('en', 'usage-field'));
  return gather(fields, name.trim(), value, 'usage-field-twice');
}

function gather(given: Gathered, name: string, value: string, twice: string): Gathered {
  if (Object.hasOwn(given, name)) throw new InvalidArgumentError(phrase('en', twice));
  return Object.fromEntries([...Object.entries(given), [name, value]]);
}

const gathering: readonly unknown[] = [collectTexts, collectLinkTexts, collectFields];

/** Refuses an option that is given twice where only one of the values could count. */
export function onceOnly(option: Option): Option {
  const parse = option.parseArg;
  if (option.isBoolean() || gathering.includes(parse)) return option;
  let isGiven = false;
  return option.argParser((word: string, before: unknown) => {
    if (isGiven) throw new InvalidArgumentError(phrase('en', 'usage-option-twice'));
    isGiven = true;
    return parse ? parse(word, before) : word;
  });
}

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/config/reply-languages.ts';
import { readTemplate } from '../../src/templates.ts';
import type { PluralForms } from '../../src/text/plural.ts';
import { placeholdersOf } from './placeholders.ts';

const root = join(import.meta.dirname, '../../templates');

/** The files of a language; the command line's help is in English only. */
function filesOf(language: string): string[] {
  const files = globSync('**/*.{yml,txt}', { cwd: join(root, language) });
  return files.filter((file) => !file.startsWith('help/')).sort();
}

/** Whether a mapping has nothing but a text for each plural category. */
function isPlural(value: object): value is PluralForms {
  return Object.hasOwn(value, 'other') && Object.keys(value).every((key) => pluralRules.has(key));
}

const pluralRules = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The texts of a template that have plural forms, by the path of their keys. */
function pluralsIn(value: unknown, path: string): [string, PluralForms][] {
  if (typeof value !== 'object' || value === null) return [];
  if (isPlural(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => pluralsIn(each, `${path}.${key}`));
}

/**
 * Each value of a template by the path of its keys: of a text the placeholders, else the value itself. Of plural forms
 * only `other` is compared, which every language has.
 */
function outline(file: string): Record<string, unknown> {
  return Object.fromEntries(leavesOf(contentsOf(file), ''));
}

function contentsOf(file: string): unknown {
  const text = readTemplate(file);
  // A line that is nothing but a tag of Mustache's is no YAML.
  return file.endsWith('.yml') ? parse(text.replace(/^\{\{.*\}\}$/gm, '')) : text;
}

/** What the program reads in a template, so that it must not be translated. */
const verbatim = /\.(id|type)$/;

function leavesOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value === 'object' && value !== null) {
    if (isPlural(value)) return leavesOf(value.other, path);
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, `${path}.${key}`));
  }
  if (typeof value !== 'string' || verbatim.test(path)) return [[path, value]];
  const ofConfiguration = value.match(/(?<!\{)\{[a-z]+\}(?!\})/g) ?? [];
  return [[path, [...placeholdersOf(value), ...ofConfiguration.sort()]]];
}

describe.each(languages)('the templates in %s', (language) => {
  it('are the same files as the English ones', () => {
    expect(filesOf(language)).toEqual(filesOf('en'));
  });

  it.each(filesOf('en'))('have the keys and placeholders of the English ones in %s', (file) => {
    expect(outline(`${language}/${file}`)).toEqual(outline(`en/${file}`));
  });

  it('have every plural form that the language has, with placeholders that each of them has', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = filesOf(language).flatMap((file) =>
      pluralsIn(contentsOf(`${language}/${file}`), file),
    );
    expect(plurals.length).toBeGreaterThan(5);
    for (const [path, forms] of plurals) {
      expect(Object.keys(forms).sort(), path).toEqual(categories.toSorted());
      const placeholders = placeholdersOf(forms.other);
      const others = Object.values(forms).flatMap(placeholdersOf);
      expect(
        others.filter((name) => !placeholders.includes(name)),
        path,
      ).toEqual([]);
    }
  });
});

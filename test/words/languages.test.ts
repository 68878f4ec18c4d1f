import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readTemplate } from '../../src/templates.ts';
import { placeholdersOf } from './placeholders.ts';

const root = join(import.meta.dirname, '../../templates');

/** The files of a language; the command line's help is in English only. */
function filesOf(language: string): string[] {
  const files = globSync('**/*.{yml,txt}', { cwd: join(root, language) });
  return files.filter((file) => !file.startsWith('help/')).sort();
}

/** Each value of a template by the path of its keys: of a text the placeholders, else the value itself. */
function outline(file: string): Record<string, unknown> {
  const text = readTemplate(file);
  // A line that is nothing but a tag of Mustache's is no YAML.
  const contents: unknown = file.endsWith('.yml')
    ? parse(text.replace(/^\{\{.*\}\}$/gm, ''))
    : text;
  return Object.fromEntries(leavesOf(contents, ''));
}

/** What the program reads in a template, so that it must not be translated. */
const verbatim = /\.(id|type)$/;

function leavesOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, `${path}.${key}`));
  }
  if (typeof value !== 'string' || verbatim.test(path)) return [[path, value]];
  const ofConfiguration = value.match(/(?<!\{)\{[a-z]+\}(?!\})/g) ?? [];
  return [[path, [...placeholdersOf(value), ...ofConfiguration.sort()]]];
}

describe('the templates in two languages', () => {
  it('are the same files', () => {
    expect(filesOf('zh')).toEqual(filesOf('en'));
  });

  it.each(filesOf('en'))('have the same keys and placeholders in %s', (file) => {
    const english = outline(`en/${file}`);
    expect(Object.keys(english)).not.toEqual([]);
    expect(outline(`zh/${file}`)).toEqual(english);
  });
});

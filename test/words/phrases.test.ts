import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/config/reply-languages.ts';
import { readTemplate } from '../../src/templates.ts';

const root = join(import.meta.dirname, '../../src');

/** The sources of the command line that say phrases. */
const sources = globSync(['cli.ts', 'cli/**/*.ts'], { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .filter((text) => /\/phrases\.ts'/.test(text));

/** What a variable in the name of a phrase may be. */
const variables: Readonly<Record<string, readonly string[]>> = {
  kind: ['add', 'update', 'rename', 'remove'],
  name: ['add', 'update'],
};

/** The names between quotes. */
function literalsIn(text: string): string[] {
  return Array.from(text.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g), ([, name = '']) => name);
}

/** Every name that a template literal such as `did-${kind}` can amount to. */
function namesOf(template: string): readonly string[] {
  const pieces = template.match(/\$\{[^}]*\}|[^$]+/g) ?? [];
  const choices = pieces.map((piece): readonly string[] => {
    if (!piece.startsWith('$')) return [piece];
    const known = variables[piece.slice(2, -1)] ?? literalsIn(piece);
    if (known.length === 0) throw new Error(`What may ${piece} be?`);
    return known;
  });
  return choices.reduce((names, next) =>
    names.flatMap((name) => next.map((piece) => name + piece)),
  );
}

const composed = sources.flatMap((text) =>
  Array.from(text.matchAll(/`((?=[^`]*[a-z-]\$|[^`]*\}-)(?:[a-z-]|\$\{[^{}`]*\})+)`/g), (found) =>
    namesOf(found[1] ?? ''),
  ).flat(),
);
const asked = sources.flatMap((text) =>
  Array.from(text.matchAll(/\bphrase\(\s*[^,]+,([^,)]*)/g), (found) =>
    literalsIn(found[1] ?? ''),
  ).flat(),
);

describe.each(languages)('the phrases of the command line in %s', (language) => {
  const phrases = Object.keys(parse(readTemplate(`${language}/command-line.yml`)));

  it('are there wherever the code asks for one by name', () => {
    expect(asked).toContain('next');
    expect(asked.filter((name) => !phrases.includes(name))).toEqual([]);
  });

  it('are there wherever it composes a name, as for all that it did or would do', () => {
    expect(composed).toEqual(expect.arrayContaining(['did-remove', 'would-remove']));
    expect(composed.filter((name) => !phrases.includes(name))).toEqual([]);
  });

  it('are all asked for', () => {
    const mentioned = new Set([...composed, ...sources.flatMap(literalsIn)]);
    expect(phrases.filter((name) => !mentioned.has(name))).toEqual([]);
  });
});

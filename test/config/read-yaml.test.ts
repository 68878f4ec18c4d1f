import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { parseYaml } from '../../src/config/read-yaml.ts';
import { readForm } from '../../src/form/read-form.ts';
import { readIssueForm } from '../../src/form/read-issue-form.ts';
import { readPage } from '../../src/list/formats/front-matter-table/read/read-page.ts';
import { readSiteSettings } from '../../src/setup/site-settings.ts';
import { needed } from '../form/forms.ts';

/** Ways to write one value within another, without end. */
const nestings: readonly (readonly [open: string, close: string])[] = [
  ['- ', ''],
  ['[', ''],
  ['[', ']'],
  ['{a: ', ''],
  ['{a: ', '}'],
  ['{"a":', '}'],
  ['[{a: ', '}]'],
  ['? ', ''],
  ['? - ', ''],
  ['[? ', ']'],
  ['? {a: ', '}'],
  ['{? [', ']}'],
  ['&a [', ']'],
  ['!!seq [', ']'],
];

/** Where in a file the value may stand. */
const places = ['', 'pages: ', 'body: ', 'body:\n  - ', 'title: x\nparams:\n  '];

/** Everything that reads YAML of a repository. */
const readers: readonly ((text: string) => unknown)[] = [
  readConfiguration,
  (text) => readForm(text, needed),
  readIssueForm,
  (text) => readSiteSettings({ path: 'hugo.yaml', text }),
  (text) => readPage(`---\ntables:\n  x: y\n${text}\n---\n`, { table: 'x', path: 'x.md' }),
];

/** A value within values, as many as the text has room for at most. */
function nested([open, close]: readonly [string, string], place: string, depth: number): string {
  const most = Math.floor(60_000 / (open.length + close.length));
  const count = Math.min(depth, most);
  return `${place}${open.repeat(count)}x${close.repeat(count)}`;
}

describe('YAML of a repository', () => {
  it.each(nestings)('breaks nothing where “%s” and “%s” are nested', (...nesting) => {
    for (const place of places) {
      for (const depth of [40, 300, 1_500]) {
        const text = nested(nesting, place, depth);
        for (const read of readers) expect(() => read(text)).not.toThrow();
      }
    }
  });

  it.each(['- ', '[', '{a: ', '? '])('breaks nothing where 60 kB of “%s” are nested', (open) => {
    const text = nested([open, ''], '', 60_000);
    for (const read of readers) expect(() => read(text)).not.toThrow();
  });

  it('is read as deep as anybody writes, whatever is within what', () => {
    const pieces = fc.array(fc.constantFrom('[', '{a: '), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pieces, (opened) => {
        const closed = opened.map((open) => (open === '[' ? ']' : '}')).reverse();
        expect(parseYaml(`${opened.join('')}x${closed.join('')}`)).toHaveProperty('document');
      }),
    );
  });

  it('is refused where a list or mapping is a key', () => {
    expect(parseYaml('a: b\n? [c]\n: d')).toEqual({
      kind: 'notYaml',
      values: { line: 2, reason: 'A list or mapping cannot be a key' },
    });
  });

  it('is not unfolded where aliases of aliases would fill the memory', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`);
    const bomb = `a0: &a0 [x]\n${lines.join('')}body: *a40\npages: *a40\n`;
    expect(readConfiguration(bomb)).toMatchObject({ problems: [{ code: 'configuration-alias' }] });
    expect(readForm(bomb, needed)).toMatchObject({ problems: [{ code: 'form-alias' }] });
    expect(readIssueForm(bomb)).toMatchObject({ problems: [{ code: 'form-alias' }] });
    expect(readSiteSettings({ path: 'hugo.yaml', text: `title: x\n${bomb}` }).title).toBe('x');
  });
});

describe('a configuration', () => {
  it('that is nested too deep is told of, with its line', () => {
    expect(readConfiguration(`pages:\n  en: a.md\nlogo:\n  ${'- '.repeat(30_000)}`)).toMatchObject({
      problems: [{ code: 'configuration-too-deep', values: { line: 4, limit: 50 } }],
    });
  });
});

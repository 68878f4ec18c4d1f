import { describe, expect, it } from 'vitest';
import { values } from '../formats/edited-lists.ts';
import { adding, read, withAdded, withRemoved } from './data-lists.ts';

const added = values('Fir Farms', { homepage: 'https://fir.example' });
const names = ['Anvil', 'Birch Bank', 'Cedar'];

function listOf(write: (name: string, at: number) => string): string {
  return names.map((name, at) => `- name: ${name}\n  url: u${at}\n${write(name, at)}`).join('');
}

function lastOf(text: string): string {
  return withAdded('yaml', text, added).slice(text.length);
}

describe('What follows from the other entries of a data file', () => {
  it.each([
    ['the name as one word', (at: number) => ['anvil', 'birch-bank', 'cedar'][at], 'fir-farms'],
    [
      'likewise with underscores',
      (at: number) => ['anvil', 'birch_bank', 'cedar'][at],
      'fir_farms',
    ],
    ['likewise with nothing', (at: number) => ['anvil', 'birchbank', 'cedar'][at], 'firfarms'],
    ['the next number', (at: number) => String(at * 10), '30'],
    ['the next number in quotes', (at: number) => `'${at + 8}'`, "'11'"],
    ['the next number with zeros', (at: number) => `'0${at + 7}'`, "'10'"],
    ['another word where one is there', (at: number) => ['a', 'fir-farms', 'c'][at], 'fir-farms-2'],
  ])('is written for an identifier: %s', (_, write, value) => {
    expect(lastOf(listOf((_name, at) => `  id: ${write(at)}\n`))).toBe(
      `- name: Fir Farms\n  url: https://fir.example\n  id: ${value}\n`,
    );
  });

  it('is not what a key has whose values are the entries’ own', () => {
    expect(lastOf(listOf((_name, at) => `  city: C${at}\n`))).not.toContain('city');
  });

  it('is the logo where all have a further picture', () => {
    const text = listOf((_name, at) => `  logo: /i/${at}.png\n  small: /i/${at}-s.png\n`);
    const more = { ...added, logo: '/i/fir.png' };
    expect(withAdded('yaml', text, more).slice(text.length)).toContain(
      '  logo: /i/fir.png\n  small: /i/fir.png\n',
    );
  });

  it('is false for what sets some entries apart, and a mark that all have', () => {
    const text = names
      .slice(0, 2)
      .map((name, at) => `- name: ${name}\n  url: u${at}\n  pinned: ${at === 0}\n  shown: true\n`)
      .join('');
    expect(lastOf(text)).toBe(
      '- name: Fir Farms\n  url: https://fir.example\n  pinned: false\n  shown: true\n',
    );
    const few = text.replace('  pinned: false\n', '');
    expect(lastOf(few)).not.toContain('pinned');
  });

  it('is nothing where some have an empty list', () => {
    const text = listOf((_name, at) => `  parts: [${at === 2 ? '' : 'A'}]\n`);
    expect(lastOf(text)).toBe('- name: Fir Farms\n  url: https://fir.example\n  parts: []\n');
  });

  it('is that logos are named without an ending', () => {
    const text = listOf((_name, at) => `  logo: l${at}\n`);
    expect(withAdded('yaml', text, { ...added, logo: 'fir-farms.png' })).toContain(
      '  logo: fir-farms\n',
    );
  });

  it('is the word that every name ends with', () => {
    const text = `export const users = [\n${names.map((name) => `  { alt: '${name} logo', href: 'https://a.example' },\n`).join('')}];\n`;
    expect(read('js', text).entries.map(({ company }) => company)).toEqual(names);
    expect(withAdded('js', text, added)).toContain(
      "{ alt: 'Fir Farms logo', href: 'https://fir.example' },",
    );
    expect(withRemoved('js', text, 'Cedar')).not.toContain('Cedar');
  });
});

describe('A placeholder in a data file', () => {
  it.each([
    [
      'yaml',
      '# Add yourself.\n\n- name:\n  url:\n',
      '# Add yourself.\n\n- name: Fir Farms\n  url: https://fir.example\n',
    ],
    [
      'yaml',
      'a:\n  - name: "Your company"\n    url: "x"\nb: 1\n',
      'a:\n  - name: "Fir Farms"\n    url: "https://fir.example"\nb: 1\n',
    ],
    [
      'json',
      '[\n  { "name": "", "url": "" }\n]\n',
      '[\n  { "name": "Fir Farms", "url": "https://fir.example" }\n]\n',
    ],
  ] as const)('gives its place to the first entry: %s', (kind, before, after) => {
    const fields = { name: { role: 'name' }, url: { role: 'homepage' } } as const;
    expect(read(kind, before, { fields }).entries).toEqual([]);
    expect(withAdded(kind, before, added, { fields })).toBe(after);
  });

  it('stays after the entries', () => {
    const text =
      '[\n  { "name": "Anvil", "url": "u" },\n  { "name": "Your Logo Here", "url": "v" }\n]\n';
    const after = withAdded('json', text, added);
    expect(after).toBe(
      '[\n  { "name": "Anvil", "url": "u" },\n  { "name": "Fir Farms", "url": "https://fir.example" },\n  { "name": "Your Logo Here", "url": "v" }\n]\n',
    );
    expect(withRemoved('json', after, 'Fir Farms')).toBe(text);
    expect(withRemoved('json', text, 'Anvil')).toBe(
      '[\n  { "name": "Your Logo Here", "url": "v" }\n]\n',
    );
  });

  it('is none among entries whose names are written as names', () => {
    expect(adding('yaml', '- name: Anvil\n  url: u\n- name:\n  url: v\n', added).ok).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { checkRepository } from '../../src/check/check-repository.ts';
import { configurationOf } from '../submission/configuration.ts';
import { checkList, inShort } from './check.ts';

/** What a check finds in a folder, with no field configured. */
async function foundIn(files: Readonly<Record<string, string>>) {
  const configuration = configurationOf(
    "pages: {en: 'data/users/*.yml'}\nformat: entry-files\nlogo: none\n",
  );
  const read = Object.entries(files).map(([name, text]) => ({
    path: `data/users/${name}`,
    content: { text },
  }));
  const snapshot = { pages: { en: { files: read, others: [] } }, logos: [] };
  const reader = { read: async () => undefined, measure: async () => undefined };
  return inShort(await checkRepository({ configuration, snapshot, reader }));
}

describe('A check of a folder with a file for each company', () => {
  it('finds an entry without a name, though no field is configured', async () => {
    const named = 'name: Birch\nurl: https://birch.example\n';
    expect(await foundIn({ 'birch.yml': named })).toEqual([]);
    for (const [text, line] of [
      ['url: https://alder.example\n', 1],
      ['name:\nurl: https://alder.example\n', 1],
      ['name: " "\nurl: https://alder.example\n', 1],
      ['# nothing yet\n', 2],
      ['', 1],
    ] as const) {
      expect(await foundIn({ 'alder.yml': text, 'birch.yml': named })).toEqual([
        `data/users/alder.yml:${line} entry-nameless`,
      ]);
    }
  });

  it('finds it where no entry has a key that is a name, unless its homepage says who it is', async () => {
    expect(await foundIn({ 'alder.yml': 'colour: green\n' })).toEqual([
      'data/users/alder.yml:1 entry-nameless',
    ]);
    expect(await foundIn({ 'alder.yml': 'url: https://alder.example\n' })).toEqual([]);
  });
});

describe('A check of any other list', () => {
  it('finds an entry without a name, though no field is configured', async () => {
    const yaml = 'pages: {en: users.yml}\nformat: yaml-list\nlogo: none\n';
    const text = '- name: Alder\n  url: https://alder.example\n- url: https://birch.example\n';
    expect(inShort(await checkList(text, yaml))).toEqual(['users.yml:3 entry-nameless']);
    const table = 'pages: {en: A.md}\nformat: markdown-table\nlogo: none\n';
    const rows = '| Organization | Site |\n|---|---|\n| Alder | Wood |\n| | Stone |\n';
    expect(inShort(await checkList(`# Adopters\n\n${rows}`, table))).toEqual([
      'A.md:6 entry-nameless',
    ]);
  });
});

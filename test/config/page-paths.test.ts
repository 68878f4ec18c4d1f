import { describe, expect, it } from 'vitest';
import { isOfList, listPlaces } from '../../src/config/page-paths.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { configurationOf } from '../submission/configuration.ts';

const table = configurationOf('pages: {en: ADOPTERS.md}\nformat: markdown-table\nlogo: none');
const folder = configurationOf(
  "pages: {en: 'users/*/index.md', zh: 'users/*/index.zh.md'}\nformat: entry-files\nlogo: {directory: static/logos}",
);

const bundles = configurationOf(
  "pages: {en: 'users/*/index.md'}\nformat: entry-files\nlogo: {directory: 'users/*', url: '', file: logo.png}",
);

describe('where logos are', () => {
  const problemsWith = (lines: string) => {
    const read = readConfiguration(`format: entry-files\n${lines}`);
    return read.ok ? [] : read.problems.map(({ code, field }) => `${field} ${code}`);
  };

  it('can be the folders of the entries, if they have some', () => {
    const logo = "logo: {directory: 'users/*', file: logo.png}";
    expect(problemsWith(`pages: {en: 'users/*/index.md'}\n${logo}`)).toEqual([]);
    const refused = ['logo.directory configuration-logos-not-beside'];
    expect(problemsWith(`pages: {en: 'users/*.md'}\n${logo}`)).toEqual(refused);
    expect(problemsWith(`pages: {en: 'people/*/index.md'}\n${logo}`)).toEqual(refused);
  });

  it('are not of one name in any other folder', () => {
    const logo = 'logo: {directory: static/logos, file: logo.png}';
    expect(problemsWith(`pages: {en: 'users/*/index.md'}\n${logo}`)).toEqual([
      'logo.file configuration-placeholder-missing',
    ]);
  });
});

describe('where lists are', () => {
  it('is a file of each locale, or a folder with a file for each entry', () => {
    expect(listPlaces(table)).toEqual({ files: ['ADOPTERS.md'], folders: [] });
    expect(listPlaces(folder)).toEqual({ files: [], folders: ['users'] });
  });

  it.each([
    ['ADOPTERS.md', table, true],
    ['docs/ADOPTERS.md', table, false],
    ['static/img/poweredby/a.png', table, false],
    ['users/alder/index.md', folder, true],
    ['users.md', folder, false],
    ['static/logos/alder.png', folder, true],
    ['static/logos.png', folder, false],
    ['users/alder/logo.png', bundles, true],
    ['static/logos/alder.png', bundles, false],
  ])('has %s, or has not', (path, configuration, isThere) => {
    expect(isOfList(path, configuration)).toBe(isThere);
  });
});

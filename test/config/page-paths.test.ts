import { describe, expect, it } from 'vitest';
import { isOfList, listPlaces } from '../../src/config/page-paths.ts';
import { configurationOf } from '../submission/configuration.ts';

const table = configurationOf('pages: {en: ADOPTERS.md}\nformat: markdown-table\nlogo: none');
const folder = configurationOf(
  "pages: {en: 'users/*/index.md', zh: 'users/*/index.zh.md'}\nformat: entry-files\nlogo: {directory: static/logos}",
);

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
  ])('has %s, or has not', (path, configuration, isThere) => {
    expect(isOfList(path, configuration)).toBe(isThere);
  });
});

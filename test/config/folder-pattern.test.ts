import { describe, expect, it } from 'vitest';
import { entryPath, folderPattern, stemIn } from '../../src/config/folder-pattern.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';

function patternOf(path: string) {
  const pattern = folderPattern(path);
  if (!pattern) throw new Error(`${path} is no pattern`);
  return pattern;
}

const file = (name: string) => ({ name, isFolder: false });
const folder = (name: string) => ({ name, isFolder: true });

describe('a path with a star', () => {
  it.each([
    ['data/adopters/*.yml', 'acme', 'data/adopters/acme.yml'],
    ['data/adopters/*', 'acme', 'data/adopters/acme.json'],
    ['content/users/*.zh.md', 'acme', 'content/users/acme.zh.md'],
    ['content/users/*/index.md', 'acme', 'content/users/acme/index.md'],
    ['users/user-*.yaml', 'acme', 'users/user-acme.yaml'],
  ])('%s leads to the file of %s', (path, stem, found) => {
    const pattern = patternOf(path);
    expect(entryPath(pattern, stem, '.json')).toBe(found);
    const isFolder = pattern.below !== '';
    const name = found.split('/').at(isFolder ? -2 : -1) ?? '';
    expect(stemIn(pattern, { name, isFolder })).toBe(stem);
  });

  it.each([
    'data/adopters.yml',
    '*.yml',
    'data/*/*.yml',
    'data/**/a.yml',
    'data/**.yml',
    'data/*/a/index.md',
    'data/*.toml',
    'data/*/logo.png',
  ])('%s is no folder of entries, and a configuration says so', (path) => {
    expect(folderPattern(path)).toBeUndefined();
    const read = readConfiguration(`pages: {en: '${path}'}\nformat: entry-files\n`);
    expect(read.ok ? [] : read.problems).toMatchObject([
      { code: 'configuration-not-a-folder', values: { line: 1, path } },
    ]);
  });

  it.each([
    ['data/con.*.yml', true],
    ['data/LPT1.x.*.yml', true],
    ['users/aux.*/index.md', true],
    ['data/con-*.yml', false],
    ['data/com*.yml', false],
    ['data/console.*.yml', false],
  ])('%s is refused where no file of Windows can have such a name: %s', (path, isRefused) => {
    const read = readConfiguration(`pages: {en: '${path}'}\nformat: entry-files\nlogo: none\n`);
    const problem = { code: 'configuration-path-reserved', values: { line: 1, path } };
    expect(read.ok ? [] : read.problems).toMatchObject(isRefused ? [problem] : []);
  });

  it.each([
    'README.md',
    'readme.zh.md',
    'index.md',
    '_index.md',
    '.hidden.md',
    '_template.md',
    'template.md',
    'Example.md',
    'your-company.md',
    'users.md',
    'acme.yml',
    '.md',
  ])('does not take %s for an entry', (name) => {
    expect(stemIn(patternOf('content/users/*.md'), file(name))).toBeUndefined();
  });

  it('takes folders for entries only where each has one', () => {
    expect(stemIn(patternOf('users/*.md'), folder('a.md'))).toBeUndefined();
    expect(stemIn(patternOf('users/*/index.md'), file('a'))).toBeUndefined();
  });

  it('leaves to other locales what is theirs, and the hosts of names to nobody', () => {
    const others = [patternOf('users/*.zh.md')];
    expect(stemIn(patternOf('users/*.md'), file('acme.zh.md'), others)).toBeUndefined();
    expect(stemIn(patternOf('users/*.md'), file('acme.de.md'), others)).toBe('acme.de');
  });
});

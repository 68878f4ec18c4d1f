import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttributesFile,
  attributesPaths,
  isStoredByLfs,
} from '../../../src/proposal/lfs/git-attributes.ts';
import { folderWith } from '../../support/folders.ts';
import { describeWith } from '../../support/programs.ts';

const logo = 'docs/img/acme-logo.png';

/** Whether the logo goes through Git LFS by these lines of the root's file, and of the two folders' on the way to it. */
function isStored(root: string, docs = '', img = ''): boolean {
  return isStoredByLfs(logo, [
    { path: '.gitattributes', text: root },
    { path: 'docs/.gitattributes', text: docs },
    { path: 'docs/img/.gitattributes', text: img },
  ]);
}

describe('a logo', () => {
  it.each([
    ['*.png filter=lfs diff=lfs merge=lfs -text', true],
    ['*.svg filter=lfs', false],
    ['*.png text', false],
    ['*.png filter=crypt', false],
    ['*.png filter', false],
    ['# *.png filter=lfs', false],
    ['  *.png\tfilter=lfs \r', true],
    ['docs/** filter=lfs', true],
    ['/docs/img/*.png filter=lfs', true],
    ['img/*.png filter=lfs', false],
    // Unlike in `.gitignore`, a folder stands for nothing in it.
    ['docs/ filter=lfs', false],
    ['docs filter=lfs', false],
    ['!*.png filter=lfs', false],
    ['"*.png" filter=lfs', true],
    ['"docs/i\\155g/*" filter=lfs', true],
    ['*.png filter=lfs\n*.png -filter', false],
    ['*.png filter=lfs\n*.png !filter', false],
    ['*.png -filter\n*.png filter=lfs', true],
    ['*.png filter=lfs -filter', false],
    ['[attr]big filter=lfs -text\n*.png big', true],
    ['*.png big\n[attr]big filter=lfs', true],
    ['[attr]big filter=lfs\n*.png -big', false],
    ['[attr]big huge\n[attr]huge big filter=lfs\n*.png big', true],
    ['', false],
  ])('by the line %j goes through Git LFS: %s', (lines, expected) => {
    expect(isStored(lines)).toBe(expected);
  });

  it('is nothing to a line that is too long for git', () => {
    expect(isStored(`*.png ${'x '.repeat(1000)}filter=lfs`)).toBe(true);
    expect(isStored(`*.png ${'x '.repeat(1100)}filter=lfs`)).toBe(false);
  });

  it('is what its own folder says, before what the folders above say', () => {
    expect(isStored('', '*.png filter=lfs')).toBe(true);
    expect(isStored('*.png filter=lfs', '', '*.png -filter')).toBe(false);
    expect(isStored('*.png -filter', 'img/* filter=lfs')).toBe(true);
    expect(isStored('', '[attr]big filter=lfs\n*.png big')).toBe(false);
    expect(isStored('[attr]big filter=lfs', '*.png big')).toBe(true);
  });

  it('is looked up in the root and in each folder on the way', () => {
    expect(attributesPaths('docs/img')).toEqual([
      '.gitattributes',
      'docs/.gitattributes',
      'docs/img/.gitattributes',
    ]);
    expect(attributesPaths('')).toEqual(['.gitattributes']);
  });

  it('is looked up soon, whatever the patterns are', () => {
    const stars = `${'*a'.repeat(500)}b filter=lfs`;
    const folders = `${'**/a/'.repeat(300)}x filter=lfs`;
    const text = Array.from({ length: 200 }, () => `${stars}\n${folders}\n`).join('');
    const path = `docs/${'a/'.repeat(100)}${'a'.repeat(100)}.png`;
    const start = performance.now();
    expect(isStoredByLfs(path, [{ path: '.gitattributes', text }])).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describeWith('git', 'git', () => {
  const paths = [
    logo,
    'docs/img/.hidden.png',
    'docs/img/a[1].png',
    'docs/img/{a,b}.png',
    'docs/img/deep/er/B.PNG',
  ];
  const piece = fc.constantFrom(
    ...['*', '**', '/', '?', 'docs', 'img', 'acme', '-logo', '.png', '.', 'deep', 'B', 'a'],
    ...['[a-z]', '[!b]', '[[:alpha:]]', '{a,b}', '@(a|b)', '\\[1\\]', '\\*', '+', '(', ')'],
  );
  const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  const state = fc.constantFrom(
    ...['filter=lfs', 'filter=lfs', '-filter', '!filter', 'filter=x', 'filter', 'text', '-text'],
    ...['big', '-big', '!big', 'binary', 'diff=lfs'],
  );
  const line = fc
    .tuple(fc.oneof(pattern, fc.constantFrom('*.png', '*', 'docs/**')), fc.array(state))
    .map(([what, states]) => [what, ...states].join(' '));
  const text = fc
    .tuple(fc.constantFrom('', '[attr]big filter=lfs -text\n'), fc.array(line, { maxLength: 4 }))
    .map(([macro, lines]) => macro + lines.join('\n'));

  it('says the same of any lines', () => {
    const folder = folderWith({ 'docs/img/deep/er/file': '' });
    const run = (words: readonly string[], input = '') =>
      execFileSync('git', ['-C', folder, ...words], {
        input,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      });
    run(['init', '-q']);
    fc.assert(
      fc.property(text, text, text, (...texts) => {
        const files = attributesPaths('docs/img').map((path, index): AttributesFile => {
          return { path, text: texts[index] ?? '' };
        });
        for (const file of files) writeFileSync(join(folder, file.path), file.text);
        const told = run(['check-attr', '-z', '--stdin', 'filter'], `${paths.join('\0')}\0`);
        const fields = told.split('\0');
        const expected = paths.map((_, index) => fields[index * 3 + 2] === 'lfs');
        expect(paths.map((path) => isStoredByLfs(path, files))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

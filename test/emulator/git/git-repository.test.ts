import { describe, expect, it } from 'vitest';
import { isRefName } from '../../../src/emulator/git/ref-name.ts';
import { runGit } from '../../../src/emulator/git/run-git.ts';
import { author, linesOf, withRepository } from './repositories.ts';

const none = '0'.repeat(40);

function files(texts: Readonly<Record<string, string>>) {
  return new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
}

describe('a git repository', () => {
  it('answers with nothing what names no object, and goes on answering', async () => {
    await withRepository(async (git) => {
      const named = files({ '..a': '1', 'a:..': '2', 'b@{c': '3', '.d/e': '4' });
      const oid = await git.write({ parents: [], message: 'First', author, files: named });
      await git.move([{ ref: 'refs/heads/main', before: none, after: oid }]);
      const paths = [
        '../a',
        './a',
        '../../a',
        './',
        '..',
        '.',
        '/a',
        'a//b',
        'x/../..a',
        '\0',
        'a\nb',
      ];
      const revisions = [
        '@{u}',
        'main@{push}',
        'main@{upstream}:a',
        ':a',
        ':0:a',
        ':../a',
        '^',
        '-z',
        '',
      ];
      const asked = [...paths.flatMap((path) => [`${oid}:${path}`, `main:${path}`]), ...revisions];
      const answers = await Promise.all(asked.map((expression) => git.read(expression)));
      expect(answers).toEqual(asked.map(() => undefined));
      for (const [path, bytes] of named) {
        expect((await git.read(`main:${path}`))?.bytes).toEqual(bytes);
      }
    });
  });

  it('writes what git reads, and finds nothing wrong with', async () => {
    await withRepository(async (git) => {
      const first = await git.write({
        parents: [],
        message: 'First, of “Änderungen”\n',
        author,
        files: files({
          'a/b/c': '1',
          'a/b.c': '2',
          a0: '3',
          'a-': '4',
          'folder/file': '5',
          file: '6',
          'ü/文 "\\': '7',
          'gone/for/good': '8',
        }),
      });
      const second = await git.write({
        parents: [first],
        message: 'Second',
        author: { ...author, name: 'A <n>\nn' },
        files: files({ folder: 'a file now', 'file/inner': 'a folder now', 'a/b/d': '9' }),
        deletions: ['gone/for/good', 'a-'],
      });
      expect(await git.move([{ ref: 'refs/heads/main', before: none, after: second }])).toBe(true);
      await runGit(git.folder, ['fsck', '--strict', '--full']);
      expect(await linesOf(git, 'ls-tree', '-r', '--name-only', '-z', second)).toEqual([
        ['a/b.c', 'a/b/c', 'a/b/d', 'a0', 'file/inner', 'folder', 'ü/文 "\\', ''].join('\0'),
      ]);
      expect(await linesOf(git, 'log', '--format=%an|%ae|%at|%s')).toEqual([
        'A nn|ann@example.com|1700000000|Second',
        'Ann|ann@example.com|1700000000|First, of “Änderungen”',
      ]);
      expect(await git.changesOf(first)).toMatchObject({ additions: 8, deletions: 0 });
      expect(await git.changesOf(second)).toMatchObject({
        files: [
          { path: 'a-', status: 'removed' },
          { path: 'a/b/d', status: 'added' },
          { path: 'file', status: 'removed' },
          { path: 'file/inner', status: 'added' },
          { path: 'folder', status: 'added' },
          { path: 'folder/file', status: 'removed' },
          { path: 'gone/for/good', status: 'removed' },
        ],
      });
    });
  });

  it('writes a commit that leaves no file', async () => {
    await withRepository(async (git) => {
      const first = await git.write({
        parents: [],
        message: '1',
        author,
        files: files({ a: '1' }),
      });
      const empty = { parents: [first], message: '2', author, deletions: ['a'] };
      const second = await git.write(empty);
      expect(await git.tree(`${second}:`)).toEqual([]);
    });
  });

  it('moves references all or none, and goes on after a refusal', async () => {
    await withRepository(async (git) => {
      const write = (message: string) =>
        git.write({ parents: [], message, author, files: files({ a: message }) });
      const [one, two] = [await write('1'), await write('2')];
      const make = (ref: string, after: string) => ({ ref, before: none, after });
      expect(await git.move([make('refs/heads/a', one), make('refs/heads/b', one)])).toBe(true);
      const half = [
        { ref: 'refs/heads/a', before: one, after: two },
        { ref: 'refs/heads/b', before: two, after: one },
      ];
      expect(await git.move(half)).toBe(false);
      expect(await git.branch('a')).toBe(one);
      expect(await git.move([make('refs/heads/a/inner', one)])).toBe(false);
      const whole = [
        { ref: 'refs/heads/a', before: one, after: two },
        { ref: 'refs/heads/b', before: one, after: none },
      ];
      expect(await git.move(whole)).toBe(true);
      expect([await git.branch('a'), await git.branch('b')]).toEqual([two, undefined]);
      expect(await linesOf(git, 'for-each-ref', '--format=%(refname) %(objectname)')).toEqual([
        `refs/heads/a ${two}`,
      ]);
    });
  });

  it('finds out when somebody else moved a branch', async () => {
    await withRepository(async (git) => {
      const oid = await git.write({ parents: [], message: '1', author, files: files({ a: '1' }) });
      const other = await git.write({ parents: [oid], message: '2', author });
      await git.move([{ ref: 'refs/heads/main', before: none, after: oid }]);
      await runGit(git.folder, ['update-ref', 'refs/heads/main', other]);
      const move = { ref: 'refs/heads/main', before: oid, after: none };
      expect(await git.move([move])).toBe(false);
      expect(await git.branch('main')).toBe(other);
    });
  });

  it('takes the names for references that git takes', async () => {
    const names = [
      'refs/heads/a',
      'refs/heads/poweredby/issue-1',
      'refs/heads/$(id);-x"',
      'refs/heads/文',
      'refs/heads/@',
      'main',
      '@',
      'refs/heads/',
      'refs/heads/.a',
      'refs/heads/a.',
      'refs/heads/a.lock',
      'refs/heads/a.lock/b',
      'refs/heads//a',
      '/refs/heads/a',
      'refs/heads/a..b',
      'refs/heads/a b',
      'refs/heads/a\tb',
      'refs/heads/a~1',
      'refs/heads/a^',
      'refs/heads/a:b',
      'refs/heads/a?',
      'refs/heads/a*',
      'refs/heads/a[',
      'refs/heads/a\\b',
      'refs/heads/a@{b',
      'refs/heads/a\x7f',
    ];
    await withRepository(async (git) => {
      const taken = names.map(async (name) => {
        const run = await runGit(git.folder, ['check-ref-format', name], '', [1]);
        return run.exitCode === 0;
      });
      expect(names.map(isRefName)).toEqual(await Promise.all(taken));
    });
  });
});

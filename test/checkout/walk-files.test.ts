import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStart } from '../../src/checkout/read-start.ts';
import { walkFiles } from '../../src/checkout/walk-files.ts';
import { isSkipped } from '../../src/setup/skipped.ts';
import { checkoutOf } from '../support/folders.ts';

const nothing = () => false;

describe('walkFiles', () => {
  it('gives higher folders first, and each folder sorted', async () => {
    const checkout = await checkoutOf({ 'b/c/d.md': '', 'b/a.md': '', 'z.md': '', 'a.md': '' });
    expect(await walkFiles(checkout, { limit: 100, isSkipped: nothing })).toEqual({
      paths: ['a.md', 'z.md', 'b/a.md', 'b/c/d.md'],
      isComplete: true,
    });
  });

  it('follows no links', async () => {
    const checkout = await checkoutOf({ 'a/b.md': '' });
    await symlink(checkout.root, join(checkout.root, 'a/loop'));
    await symlink('/etc/hostname', join(checkout.root, 'a/file'));
    const { paths } = await walkFiles(checkout, { limit: 100, isSkipped: nothing });
    expect(paths).toEqual(['a/b.md']);
  });

  it('stops at its limit, and says so', async () => {
    const checkout = await checkoutOf({ 'a.md': '', 'b/c.md': '', 'b/d.md': '' });
    const walk = (limit: number) => walkFiles(checkout, { limit, isSkipped: nothing });
    expect(await walk(3)).toEqual({ paths: ['a.md'], isComplete: false });
    expect(await walk(1)).toEqual({ paths: [], isComplete: false });
    expect((await walk(4)).isComplete).toBe(true);
  });

  it('takes an empty checkout', async () => {
    const checkout = await checkoutOf({});
    await mkdir(join(checkout.root, 'empty'));
    expect(await walkFiles(checkout, { limit: 1, isSkipped: nothing })).toEqual({
      paths: [],
      isComplete: true,
    });
  });

  it('passes over what a build made, and keeps folders of the same name elsewhere', async () => {
    const checkout = await checkoutOf({
      '.git/x.md': '',
      'node_modules/x/p.md': '',
      'site/hugo.toml': '',
      'site/public/p.md': '',
      'site/content/p.md': '',
      'app/public/img/a.png': '',
    });
    const { paths } = await walkFiles(checkout, { limit: 100, isSkipped });
    expect(paths).toEqual(['site/hugo.toml', 'site/content/p.md', 'app/public/img/a.png']);
  });
});

describe('readStart', () => {
  it('reads no more than it is told', async () => {
    const checkout = await checkoutOf({ a: 'abcdef', empty: '' });
    const read = async (path: string, most: number) => {
      const bytes = await readStart(checkout, path, most);
      return bytes && Buffer.from(bytes).toString();
    };
    expect(await read('a', 3)).toBe('abc');
    expect(await read('a', 30)).toBe('abcdef');
    expect(await read('empty', 3)).toBe('');
    expect(await read('none', 3)).toBeUndefined();
    await expect(read('../x', 3)).rejects.toThrow('outside');
  });
});

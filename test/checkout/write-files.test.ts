import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../src/checkout/write-files.ts';
import { folderWith } from '../support/folders.ts';

function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const place = join(parentPath, name);
      return [place.slice(folder.length + 1), readFileSync(place, 'utf8')];
    }),
  );
}

function checkoutWith(files: Record<string, string>) {
  return { root: realpathSync(folderWith(files)) };
}

describe('writing files', () => {
  it('writes, replaces and deletes, and leaves nothing else behind', async () => {
    const checkout = checkoutWith({ 'a.md': 'old', 'logos/gone.png': 'x' });
    chmodSync(join(checkout.root, 'a.md'), 0o775);
    await writeFiles(checkout, [
      { path: 'a.md', content: 'new' },
      { path: 'logos/new/b.png', content: Uint8Array.of(0x62) },
      { path: 'logos/gone.png', content: undefined },
    ]);
    expect(contentsOf(checkout.root)).toEqual({ 'a.md': 'new', 'logos/new/b.png': 'b' });
    expect(statSync(join(checkout.root, 'a.md')).mode & 0o777).toBe(0o775);
  });

  it.each([
    ['a folder stands where a file should go', 'folder'],
    ['a file stands where a folder should be', 'a.md/below'],
    ['a path leads outside', '../outside'],
    ['a path leads outside through a link', 'link/outside'],
  ])('leaves everything as it was when %s', async (_, path) => {
    const checkout = checkoutWith({
      'a.md': 'old',
      'b.md': 'old',
      'c.png': 'old',
      'folder/x': 'x',
    });
    symlinkSync(realpathSync(folderWith({})), join(checkout.root, 'link'));
    const before = contentsOf(checkout.root);
    const folders = readdirSync(checkout.root);
    const changes = [
      { path: 'a.md', content: 'new' },
      { path: 'new/deep/b.png', content: 'new' },
      { path: 'c.png', content: undefined },
      { path, content: 'new' },
      { path: 'b.md', content: 'new' },
    ];
    await expect(writeFiles(checkout, changes)).rejects.toThrow('the checkout is as it was');
    expect(contentsOf(checkout.root)).toEqual(before);
    expect(readdirSync(checkout.root)).toEqual(folders);
  });

  it('never writes through a link', async () => {
    const checkout = checkoutWith({ 'theirs.png': 'theirs' });
    symlinkSync('theirs.png', join(checkout.root, 'ours.png'));
    await expect(writeFiles(checkout, [{ path: 'ours.png', content: 'ours' }])).rejects.toThrow();
    expect(contentsOf(checkout.root)).toEqual({ 'theirs.png': 'theirs' });
  });

  it('puts back what was moved already when a later file cannot be', async () => {
    const checkout = checkoutWith({ 'a.md': 'old', 'c.png': 'old' });
    mkdirSync(join(checkout.root, 'taken'));
    const changes = [
      { path: 'a.md', content: 'new' },
      { path: 'c.png', content: undefined },
      { path: 'new.md', content: 'new' },
      { path: 'taken', content: undefined },
    ];
    await expect(writeFiles(checkout, changes)).rejects.toThrow('the checkout is as it was');
    expect(contentsOf(checkout.root)).toEqual({ 'a.md': 'old', 'c.png': 'old' });
  });
});

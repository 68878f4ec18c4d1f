import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Checkout,
  listFiles,
  OutsideCheckoutError,
  openCheckout,
  readBytes,
  readText,
} from '../../src/checkout/checkout.ts';
import { folderWith } from '../support/folders.ts';

async function open(folder: string): Promise<Checkout> {
  const checkout = await openCheckout(folder);
  if (checkout === undefined) throw new Error(`${folder} is not there`);
  return checkout;
}

describe('a checkout', () => {
  it('is not there where there is no folder', async () => {
    const folder = folderWith({ file: '' });
    expect(await openCheckout(join(folder, 'none'))).toBeUndefined();
    expect(await openCheckout(join(folder, 'file'))).toBeUndefined();
  });

  it('gives the text of a file with its byte-order mark and line ends', async () => {
    const checkout = await open(folderWith({ 'a/page.md': '\uFEFFa\r\nb' }));
    expect(await readText(checkout, 'a/page.md')).toEqual({ text: '\uFEFFa\r\nb' });
    expect(await readText(checkout, 'a/none.md')).toBeUndefined();
    expect(await readText(checkout, 'none/none.md')).toBeUndefined();
  });

  it('says where bytes are no UTF-8', async () => {
    const checkout = await open(folderWith({ page: Uint8Array.of(0x61, 0xff) }));
    expect(await readText(checkout, 'page')).toBe('not-text');
  });

  it('lists the files of a folder, and none where there is no folder', async () => {
    const checkout = await open(folderWith({ 'l/b.png': '', 'l/a.png': '', 'l/sub/c.png': '' }));
    expect(await listFiles(checkout, 'l')).toEqual(['l/a.png', 'l/b.png']);
    expect(await listFiles(checkout, 'none')).toEqual([]);
  });

  it.each(['../secret', 'a/../../secret', '/etc/hosts', 'out/secret', 'file-out', 'out/new/file'])(
    'refuses %s',
    async (path) => {
      const outside = folderWith({ secret: 'x' });
      const folder = folderWith({ 'a/page.md': '' });
      symlinkSync(outside, join(folder, 'out'));
      symlinkSync(join(outside, 'secret'), join(folder, 'file-out'));
      const checkout = await open(folder);
      await expect(readBytes(checkout, path)).rejects.toThrow(OutsideCheckoutError);
    },
  );

  it('lists a link beside the files, for its name is taken', async () => {
    const folder = folderWith({ 'l/a.png': '' });
    symlinkSync('a.png', join(folder, 'l/b.png'));
    expect(await listFiles(await open(folder), 'l')).toEqual(['l/a.png', 'l/b.png']);
  });

  it('says which path cannot be read', async () => {
    const folder = folderWith({ 'folder/a': '' });
    symlinkSync('loop', join(folder, 'loop'));
    const checkout = await open(folder);
    for (const path of ['folder', 'loop']) {
      await expect(readBytes(checkout, path)).rejects.toThrow(`${path} cannot be read`);
    }
  });

  it('follows a link that stays inside', async () => {
    const folder = folderWith({ 'content/page.md': 'x' });
    symlinkSync('content', join(folder, 'alias'));
    expect(await readText(await open(folder), 'alias/page.md')).toEqual({ text: 'x' });
  });
});

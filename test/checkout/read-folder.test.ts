import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutsideCheckoutError } from '../../src/checkout/checkout.ts';
import { readFolder } from '../../src/checkout/read-folder.ts';
import { folderPattern } from '../../src/config/folder-pattern.ts';
import { checkoutOf, type Files } from '../support/folders.ts';

async function read(path: string, files: Files, change: (root: string) => void = () => {}) {
  const checkout = await checkoutOf(files);
  change(checkout.root);
  const pattern = folderPattern(path);
  return pattern && readFolder(checkout, pattern, []);
}

describe('the files of a folder on disk', () => {
  it('are entries, but for links and what is beside them, which are named', async () => {
    const files = {
      'users/b.yml': 'name: B\n',
      'users/a.yml': 'name: A\n',
      'users/README.md': '',
      'users/logos/a.png': '',
      'users/a.yml.d/x': '',
    };
    const found = await read('users/*.yml', files, (root) => {
      symlinkSync('a.yml', join(root, 'users/link.yml'));
      writeFileSync(join(root, 'users/c.yml'), Uint8Array.of(0xff));
    });
    expect(found).toEqual({
      files: [
        { path: 'users/a.yml', content: { text: 'name: A\n' } },
        { path: 'users/b.yml', content: { text: 'name: B\n' } },
        { path: 'users/c.yml', content: 'not-utf8' },
      ],
      others: ['users/README.md', 'users/a.yml.d', 'users/link.yml', 'users/logos'],
      inside: [],
    });
  });

  it('may each be in a folder of its own', async () => {
    const files = {
      'users/a/index.md': 'A',
      'users/a/logo.png': '',
      'users/a/more/b.png': '',
      'users/empty/x.md': '',
    };
    expect(await read('users/*/index.md', files)).toEqual({
      files: [{ path: 'users/a/index.md', content: { text: 'A' } }],
      others: ['users/empty'],
      inside: ['users/a/logo.png', 'users/a/more/'],
    });
  });

  // Other systems refuse such names.
  it.runIf(process.platform === 'linux')(
    'pass over one whose name is not UTF-8, which no path leads to',
    async () => {
      const found = await read('users/*.yml', { 'users/a.yml': 'name: A\n' }, (root) => {
        const folder = Buffer.from(join(root, 'users/'));
        const name = Buffer.from([0xff, 0xfe]);
        writeFileSync(Buffer.concat([folder, name, Buffer.from('.yml')]), 'name: B\n');
      });
      expect(found?.files.map(({ path }) => path)).toEqual(['users/a.yml']);
    },
  );

  it.runIf(process.platform === 'linux')(
    'pass over what is beside one under such a name',
    async () => {
      const files = { 'users/a/index.md': 'A', 'users/a/logo.png': '' };
      const found = await read('users/*/index.md', files, (root) => {
        const folder = Buffer.from(join(root, 'users/a/'));
        writeFileSync(Buffer.concat([folder, Buffer.from([0xff]), Buffer.from('.png')]), 'B');
      });
      expect(found?.inside).toEqual(['users/a/logo.png']);
    },
  );

  it('are not read where there are too many', async () => {
    const names = Array.from({ length: 1001 }, (_, index) => [`users/a${index}.yml`, 'x']);
    const found = await read('users/*.yml', Object.fromEntries(names));
    expect(
      found?.files.filter(({ content }) => typeof content === 'object' && 'bytes' in content),
    ).toHaveLength(1001);
  });

  it('are nothing where there is no such folder, and refused where it leads outside', async () => {
    expect(await read('users/*.yml', { 'x.md': '' })).toBeUndefined();
    const outside = read('users/*.yml', { 'x.md': '' }, (root) =>
      symlinkSync('/', join(root, 'users')),
    );
    await expect(outside).rejects.toBeInstanceOf(OutsideCheckoutError);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCheckout } from '../../src/checkout/checkout.ts';
import { readFolder } from '../../src/checkout/read-folder.ts';
import { folderPattern } from '../../src/config/folder-pattern.ts';
import { folderWith } from '../support/folders.ts';

async function pathsRead(root: string, path: string): Promise<readonly string[] | undefined> {
  const checkout = await openCheckout(root);
  const pattern = folderPattern(path);
  if (!checkout || !pattern) throw new Error('There is no such folder');
  const folder = await readFolder(checkout, pattern, []);
  return folder?.files.map((file) => file.path);
}

describe('a folder of entries on disk', () => {
  // Other systems refuse such names.
  it.runIf(process.platform === 'linux')(
    'passes over a file whose name is not UTF-8, which no path leads to',
    async () => {
      const root = folderWith({ 'data/users/alder.yml': 'name: Alder\n' });
      const name = Buffer.from([0xff, 0xfe]);
      const place = Buffer.concat([
        Buffer.from(join(root, 'data/users/')),
        name,
        Buffer.from('.yml'),
      ]);
      writeFileSync(place, 'name: Birch\n');
      expect(await pathsRead(root, 'data/users/*.yml')).toEqual(['data/users/alder.yml']);
    },
  );
});

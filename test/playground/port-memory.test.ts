import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFitForState, lockFolder, lockPath } from '../../src/playground/port-memory.ts';
import { folderWith } from '../support/folders.ts';

describe('the folder of a playground', () => {
  it('is used by one at a time', async () => {
    const folder = join(folderWith({}), 'new');
    const first = await lockFolder(folder);
    expect(first).toBeDefined();
    expect(await lockFolder(folder)).toBe(undefined);
    await first?.release();
    expect(existsSync(lockPath(folder))).toBe(false);
    expect(await lockFolder(folder)).toBeDefined();
  });

  it.each(['', 'nonsense', '-1'])('is not held by a lock that says %j', async (text) => {
    const folder = folderWith({});
    writeFileSync(lockPath(folder), text);
    expect(await lockFolder(folder)).toBeDefined();
  });

  it('is taken over from a process that was killed, also before it kept anything', async () => {
    const folder = folderWith({});
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(lockPath(folder), `${pid}\n`);
    expect(await isFitForState(folder)).toBe(true);
    expect(await lockFolder(folder)).toBeDefined();
  });
});

import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files there are in memory. */
const inMemory = '/dev/shm';

/** So much must be free there, in bytes; a run leaves a hundredth of it at a time. */
const needed = 2 * 1024 ** 3;

/**
 * Has tests write into a folder of this run's own, in memory where there is room: they make many thousands of small files,
 * of which each waits for a disk longer than for anything else.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(hasRoom() ? inMemory : tmpdir(), 'poweredby-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= needed;
  } catch {
    return false;
  }
}

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a playground's folder keeps its port. */
const fileName = 'playground.json';

/** Where a running playground says that the folder is its own. */
const lockName = 'playground.lock';

/** The port that a folder's playground had the time before: texts that were written then name it. */
export async function rememberedPort(folder: string): Promise<number | undefined> {
  try {
    const { port } = Object(JSON.parse(await readFile(join(folder, fileName), 'utf8')));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a playground may keep its state in a folder: one that is new, empty, or has been a playground's before. */
export async function isFitForState(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    return names.every((name) => name === lockName) || names.includes(fileName);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** A folder that no other playground uses meanwhile. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Locks a folder, which is made where it is not there: two playgrounds would write over each other's state. A lock of a
 * process that is gone is taken over.
 *
 * @returns nothing where another process holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  await mkdir(folder, { recursive: true });
  const path = lockPath(folder);
  for (const isLast of [false, true]) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: 'wx' });
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isLast || isRunning(owner)) return undefined;
      await rm(path, { force: true });
    }
  }
  return undefined;
}

/** The file by which a folder is locked. */
export function lockPath(folder: string): string {
  return join(folder, lockName);
}

/** A process that belongs to somebody else cannot be signalled, and runs all the same. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Keeps the port of a folder's playground. */
export async function rememberPort(folder: string, port: number): Promise<void> {
  await writeFile(join(folder, fileName), `${JSON.stringify({ port })}\n`);
}

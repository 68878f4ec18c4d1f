import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a playground's folder keeps its port. */
const fileName = 'playground.json';

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
    return names.length === 0 || names.includes(fileName);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Keeps the port of a folder's playground. */
export async function rememberPort(folder: string, port: number): Promise<void> {
  await writeFile(join(folder, fileName), `${JSON.stringify({ port })}\n`);
}

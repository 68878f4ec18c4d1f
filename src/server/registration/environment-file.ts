import { randomUUID } from 'node:crypto';
import { access, constants, lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Variables and their values; what is undefined is taken out. Values are of one line, without quotes or blanks. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** One variable with its value, which quotes may stretch over lines, or one line that is anything else. */
const part =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`)?[^\n]*(?:\n|$)|^[^\n]*(?:\n|$)/gm;

/** Puts variables into the text of an environment file. Its other lines stay as they are. @internal for tests */
export function putVariables(text: string, variables: Variables): string {
  const kept = text.replace(part, (whole, name?: string) =>
    name !== undefined && Object.hasOwn(variables, name) ? '' : whole,
  );
  const gap = kept === '' || kept.endsWith('\n') ? '' : '\n';
  const lines = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}\n`],
  );
  return `${kept}${gap}${lines.join('')}`;
}

/** Whether a file, or a link that leads nowhere, is at a path. */
export async function isTaken(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** @throws Error where no file can be made beside a path */
export async function assertFolderWritable(path: string): Promise<void> {
  await access(dirname(path), constants.W_OK);
}

/**
 * Writes variables into an environment file that only its owner may read.
 *
 * @param force whether they may go into one that exists: it is replaced at one stroke, its other lines kept
 * @throws Error of the system; also where the file exists and may not be written over
 */
export async function writeVariables(
  path: string,
  variables: Variables,
  force: boolean,
): Promise<void> {
  if (!force || !(await isTaken(path))) {
    await writeFile(path, putVariables('', variables), { flag: 'wx', mode: 0o600 });
    return;
  }
  const text = putVariables(await readFile(path, 'utf8'), variables);
  const waiting = `${path}.${randomUUID()}`;
  try {
    await writeFile(waiting, text, { flag: 'wx', mode: 0o600, flush: true });
    await rename(waiting, path);
  } catch (error) {
    await rm(waiting, { force: true });
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileChange } from '../proposal/file-change.ts';
import { type Checkout, isMissing, placeOf } from './checkout.ts';

/** A step that puts something back, or clears something away. */
type Step = () => Promise<unknown>;

/** What is to be done, and undone, on disk. */
interface Steps {
  readonly undo: Step[];
  readonly clearAway: Step[];
}

/** A change whose new content waits beside its place; nothing waits for a file that goes. */
interface PreparedChange {
  readonly place: string;
  readonly waiting: string | undefined;
}

/**
 * Writes all files or none. Every new content is first written beside its place and every old file copied; then one
 * after the other is moved over the old one. A failure in the middle puts everything back.
 *
 * @throws with the first failure as `cause`; the checkout is then as it was
 */
export async function writeFiles(
  checkout: Checkout,
  changes: readonly FileChange[],
): Promise<void> {
  const steps: Steps = { undo: [], clearAway: [] };
  const suffix = `.${randomUUID()}.poweredby`;
  try {
    const prepared: PreparedChange[] = [];
    for (const change of changes) {
      const place = await placeOf(checkout, change.path);
      prepared.push(await prepare(place, change, suffix, steps));
    }
    for (const { place, waiting } of prepared) {
      if (waiting === undefined) await rm(place, { force: true });
      else await rename(waiting, place);
    }
  } catch (error) {
    for (const step of steps.undo.reverse()) await step().catch(() => undefined);
    throw new Error('The files could not be written; the checkout is as it was', { cause: error });
  }
  for (const step of steps.clearAway) await step().catch(() => undefined);
}

async function prepare(
  place: string,
  { content }: FileChange,
  suffix: string,
  { undo, clearAway }: Steps,
): Promise<PreparedChange> {
  const mode = await modeOf(place);
  if (content !== undefined) await makeFolder(dirname(place), undo);
  if (mode === undefined) {
    undo.push(() => rm(place, { force: true }));
  } else {
    const kept = `${place}${suffix}.old`;
    const clear = () => rm(kept, { force: true });
    await copyFile(place, kept).catch(async (error) => {
      await clear();
      throw error;
    });
    clearAway.push(clear);
    undo.push(() => rename(kept, place));
  }
  if (content === undefined) return { place, waiting: undefined };
  const waiting = place + suffix;
  undo.push(() => rm(waiting, { force: true }));
  await writeFile(waiting, content, { flag: 'wx', mode: mode ?? 0o644 });
  return { place, waiting };
}

/** The permissions of a file; `undefined` where there is none. */
async function modeOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).mode & 0o777;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Makes a folder with those above it that are missing; undone, those go again. */
async function makeFolder(folder: string, undo: Step[]): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  undo.push(async () => {
    for (let made = folder; made.startsWith(first); made = dirname(made)) await rmdir(made);
  });
}

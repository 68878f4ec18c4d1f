import { randomUUID } from 'node:crypto';
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { FileChange } from '../proposal/file-change.ts';
import {
  type Checkout,
  isMissing,
  OutsideCheckoutError,
  placeOf,
  readBytes,
  readText,
} from './checkout.ts';

/** A step that puts something back, or clears something away. */
type Step = () => Promise<unknown>;

/** What is to be done, and undone, on disk. */
interface Steps {
  readonly undo: { readonly path: string; readonly step: Step }[];
  readonly clearAway: Step[];
}

/** A change whose new content waits beside its place; nothing waits for a file that goes. */
interface PreparedChange {
  readonly place: string;
  readonly waiting: string | undefined;
}

/** A failure after which not everything could be put back. */
export class HalfWrittenError extends Error {
  override readonly name = 'HalfWrittenError';
  /** The files whose old contents still lie beside them. */
  readonly paths: readonly string[];

  constructor(paths: readonly string[], cause: unknown) {
    super(`Not put back: ${paths.join(', ')}`, { cause });
    this.paths = paths;
  }
}

/**
 * Writes all files or none. Every new content is first written beside its place and every old file copied; then one
 * after the other is moved over the old one. A failure in the middle puts everything back. A link is never written
 * through: what it leads to may be another's file.
 *
 * @throws with the first failure as `cause`; the checkout is then as it was, but for a `HalfWrittenError`
 */
export async function writeFiles(
  checkout: Checkout,
  changes: readonly FileChange[],
): Promise<void> {
  // Between the first and the last file nobody may end us by asking.
  const stayOn = () => undefined;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stayOn);
  try {
    await writeAll(checkout, changes);
  } finally {
    for (const signal of signals) process.off(signal, stayOn);
  }
}

async function writeAll(checkout: Checkout, changes: readonly FileChange[]): Promise<void> {
  const steps: Steps = { undo: [], clearAway: [] };
  const suffix = `.${randomUUID()}.poweredby`;
  try {
    const prepared: PreparedChange[] = [];
    for (const change of changes) {
      const place = await placeToWrite(checkout, change.path);
      prepared.push(await prepare(place, change, suffix, steps));
    }
    for (const change of changes) await refuseChanged(checkout, change);
    for (const { place, waiting } of prepared) {
      if (waiting === undefined) await rm(place, { force: true });
      else await rename(waiting, place);
    }
  } catch (error) {
    const failed: string[] = [];
    for (const { path, step } of steps.undo.reverse()) {
      await step().catch(() => failed.push(path));
    }
    if (failed.length > 0) throw new HalfWrittenError(failed, error);
    throw new Error('The files could not be written; the checkout is as it was', { cause: error });
  }
  for (const step of steps.clearAway) await step().catch(() => undefined);
}

/** Somebody else may have written meanwhile: their change must not be lost. */
async function refuseChanged(
  checkout: Checkout,
  { path, before, isNew }: FileChange,
): Promise<void> {
  if (isNew && (await readBytes(checkout, path)) !== undefined) {
    throw new Error(`${path} was made by somebody else meanwhile`);
  }
  if (before === undefined) return;
  const now = await readText(checkout, path);
  const isSame = now !== undefined && now !== 'not-text' && now.text === before;
  if (!isSame) throw new Error(`${path} was changed by somebody else meanwhile`);
}

function isGitFolder(segment: string): boolean {
  return /^\.git(hub)?$/i.test(segment);
}

async function placeToWrite(checkout: Checkout, path: string): Promise<string> {
  const place = await placeOf(checkout, path);
  const isLink = await lstat(resolve(checkout.root, path)).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  if (isLink) throw new Error(`${path} is a link`);
  // A folder that is a link may lead to where Git or GitHub would run what is written.
  const real = relative(checkout.root, place).split(sep);
  if (real.some(isGitFolder) && !path.startsWith('.github/')) throw new OutsideCheckoutError(path);
  return place;
}

async function prepare(
  place: string,
  { path, content }: FileChange,
  suffix: string,
  { undo, clearAway }: Steps,
): Promise<PreparedChange> {
  const mode = await modeOf(place);
  if (content !== undefined) await makeFolder(dirname(place), path, undo);
  if (mode === undefined) {
    undo.push({ path, step: () => rm(place, { force: true }) });
  } else {
    const kept = `${place}${suffix}.old`;
    const clear = () => rm(kept, { force: true });
    await copyFile(place, kept).catch(async (error) => {
      await clear();
      throw error;
    });
    clearAway.push(clear);
    undo.push({ path, step: () => rename(kept, place) });
  }
  if (content === undefined) return { place, waiting: undefined };
  const waiting = place + suffix;
  undo.push({ path, step: () => rm(waiting, { force: true }) });
  await writeFile(waiting, content, { flag: 'wx' });
  // The process's mask took from the permissions of a new file; those of an old one stay.
  if (mode !== undefined) await chmod(waiting, mode);
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
async function makeFolder(folder: string, path: string, undo: Steps['undo']): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const step = async () => {
    for (let made = folder; made.startsWith(first); made = dirname(made)) await rmdir(made);
  };
  undo.push({ path, step });
}

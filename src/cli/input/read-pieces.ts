import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** How long nothing may come out of a pipe, in milliseconds. */
export interface PipePatience {
  /** While nobody has it open to write. */
  readonly withoutWriter: number;
  /** While somebody has, and may still be at work. */
  readonly withWriter: number;
}

const usualPatience: PipePatience = { withoutWriter: 5_000, withWriter: 60_000 };

/** Between two looks at a pipe, in milliseconds. */
const pause = 20;

const pieceSize = 64 * 1024;

/** Nothing came out of a pipe for too long. */
export class NothingWritten extends Error {
  override readonly name = 'NothingWritten';
}

/**
 * Reads a file, or a pipe or device as a file. To open a pipe usually waits until somebody writes to it, and neither that
 * nor the end of the process can be had before; so it is opened without waiting, and looked at again and again.
 *
 * @throws NothingWritten
 * @throws Error of the system
 */
export async function* readPieces(
  path: string,
  patience = usualPatience,
): AsyncGenerator<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const isPipe = (await handle.stat()).isFIFO();
    let isBegun = false;
    let since = performance.now();
    for (;;) {
      const piece = await readPiece(handle);
      const isEmpty = piece?.length === 0;
      if (isEmpty && (isBegun || !isPipe)) return;
      if (piece && !isEmpty) {
        yield piece;
        isBegun = true;
        since = performance.now();
        continue;
      }
      const most = isEmpty ? patience.withoutWriter : patience.withWriter;
      if (performance.now() - since > most) throw new NothingWritten(`Nothing came out of ${path}`);
      await setTimeout(pause);
    }
  } finally {
    await handle.close();
  }
}

/** @returns nothing where there is nothing yet; an empty piece at the end, and where nobody writes */
async function readPiece(handle: FileHandle): Promise<Uint8Array | undefined> {
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(pieceSize));
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

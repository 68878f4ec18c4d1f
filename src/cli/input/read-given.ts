import { stat } from 'node:fs/promises';
import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { NothingWritten, readPieces } from './read-pieces.ts';

/** More than any form or logo may have: what goes on for ever is read no further. */
const mostBytes = 6 * 1024 * 1024;

/** A file as it was read, or as much of it as is read of any. */
export interface GivenFile {
  readonly bytes: Uint8Array;
  /** Its length, also of a part that was not read. */
  readonly size: number;
}

/**
 * Reads a file that an option names.
 *
 * @param file its path, from the current folder; `-` is standard input where `mayBeInput` says so
 */
export async function readGiven(
  file: string,
  option: string,
  mayBeInput = false,
): Promise<Result<GivenFile>> {
  const isInput = mayBeInput && file === '-';
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const whole = isInput ? 0 : (await stat(file)).size;
    for await (const chunk of isInput ? process.stdin : readPieces(file)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) break;
    }
    return success({ bytes: Buffer.concat(chunks), size: Math.max(size, whole) });
  } catch (error) {
    const code = error instanceof NothingWritten ? 'file-silent' : 'file-missing';
    return failure(problem(code, option, { file }));
  }
}

import { type Checkout, readBytes } from './checkout.ts';
import { readStart } from './read-start.ts';
import { rootAbove } from './root-above.ts';
import { type WalkedFiles, type WalkOptions, walkFiles } from './walk-files.ts';

/** The files of a repository, wherever they are. Paths are from its root, with `/`. */
export interface SourceTree {
  walk(options: WalkOptions): Promise<WalkedFiles>;
  /** Whether there is a file. */
  has(path: string): Promise<boolean>;
  /** The first bytes of a file, at most `most`; `undefined` where there is none, or it is out of bounds. */
  readStart(path: string, most: number): Promise<Uint8Array | undefined>;
  /** Is told which files are read next, the most important first, so that those far away can be read together. */
  readAhead(paths: readonly string[]): Promise<void>;
  /** The root of the repository, where this is no more than a folder in it. */
  rootAbove(): Promise<string | undefined>;
}

/** The files of a checkout. */
export function sourceTreeOf(checkout: Checkout): SourceTree {
  return {
    walk: (options) => walkFiles(checkout, options),
    has: async (path) => (await readBytes(checkout, path)) !== undefined,
    readStart: (path, most) => readStart(checkout, path, most),
    readAhead: async () => {},
    rootAbove: () => rootAbove(checkout),
  };
}

import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Checkout } from './checkout.ts';

/**
 * The root of the Git repository in which a checkout is no more than a folder; `undefined` where the checkout is itself
 * a root, or in no repository. A root is told by its `.git`, which is a file in a worktree or a submodule.
 */
export async function rootAbove({ root }: Checkout): Promise<string | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    if (await isThere(join(folder, '.git'))) return folder === root ? undefined : folder;
    if (folder === dirname(folder)) return undefined;
  }
}

async function isThere(place: string): Promise<boolean> {
  try {
    await access(place);
    return true;
  } catch {
    return false;
  }
}

import { createHash } from 'node:crypto';

/** What git keeps in the place of a file that goes through Git LFS: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
export function lfsPointer(content: Uint8Array): Uint8Array {
  const oid = createHash('sha256').update(content).digest('hex');
  const lines = ['version https://git-lfs.github.com/spec/v1', `oid sha256:${oid}`];
  return Buffer.from([...lines, `size ${content.length}`, ''].join('\n'));
}

import { createHash } from 'node:crypto';

/** The id that git gives a file's content. */
export function blobOid(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

import { createHash } from 'node:crypto';

/**
 * What commands said when they were judged: a fingerprint by their comment's sequence. Our reaction alone says too little:
 * between our reading a comment and our reaction to it, its author may have made another of it.
 */
export type Judged = Readonly<Record<string, string>>;

/** Of a comment's text. */
export function fingerprintOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 16);
}

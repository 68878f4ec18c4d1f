import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CommentFacts } from '../../../github/nodes/thread.ts';

/**
 * The commands that have an answer, by their comments' sequences. Our reaction alone says too little: between our reading a
 * comment and our reaction to it, its author may have made another of it.
 */
export type AnsweredCommands = Readonly<Record<string, AnsweredCommand>>;

/**
 * What a command said when it was answered, as a fingerprint; and if it was accepted, since when it counts: in seconds since
 * 1970, by GitHub's clock. Without a time it was refused.
 */
export type AnsweredCommand =
  | readonly [fingerprint: string]
  | readonly [string, acceptedAt: number];

/** How they are written in a note. */
export const answeredCommands = z.record(
  z.string(),
  z.union([z.tuple([z.string()]), z.tuple([z.string(), z.int()])]),
);

/** Whether a comment is among them, as it is now. */
export function isAnswered({ sequence, body }: CommentFacts, answered: AnsweredCommands): boolean {
  const known = answered[String(sequence)];
  // Most comments are none of them, and need no hash.
  return known !== undefined && known[0] === textFingerprint(body);
}

/** Of a comment's text. */
export function textFingerprint(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 16);
}

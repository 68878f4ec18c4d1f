import { logoLimits } from '../logo/limits.ts';

/** How much of our time and memory a stranger's address may take. */
export interface DownloadLimits {
  /** Of the body, counted as it comes in, whatever the server says of its length. */
  readonly bytes: number;
  readonly redirects: number;
  /** To resolve a name, to connect, and between two pieces of an answer; in milliseconds. */
  readonly idle: number;
  /** For everything together, in milliseconds. */
  readonly total: number;
}

export const downloadLimits: DownloadLimits = {
  bytes: logoLimits.bytes,
  redirects: 3,
  idle: 5_000,
  total: 15_000,
};

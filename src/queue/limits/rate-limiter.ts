import type { Awaitable } from '../awaitable.ts';

/** So many requests in any time of a length. */
export interface RateLimit {
  readonly count: number;
  readonly milliseconds: number;
}

/**
 * GitHub lets an installation create content about 80 times a minute and 500 times an hour, and asks whoever does more to
 * stay away for a while. What people do with the same installation meanwhile counts too: some room is left for them.
 */
export const githubRateLimits: readonly RateLimit[] = [
  { count: 60, milliseconds: 60_000 },
  { count: 400, milliseconds: 60 * 60_000 },
];

/** Who sends requests, and for what. */
export interface Sending {
  /** The lane. */
  readonly sender: string;
  /** Whether somebody waits for a first answer. */
  readonly isUrgent: boolean;
}

/**
 * Keeps requests that write within limits, for each key (installation) its own. What was admitted counts as sent until
 * it is, so that two who are admitted at once do not send twice what fits.
 */
export interface RateLimiter {
  /**
   * Admits so many requests more, where they fit. What the sender was admitted before and has not sent is given back. What
   * is not sent lapses by itself after the shortest of the limits' times.
   *
   * @returns 0, or the milliseconds after which it is worth while to ask again
   * @throws RangeError for a count that never fits
   */
  admit(key: string, count: number, sending: Sending): Awaitable<number>;
  /** Gives back what a sender was admitted and has not sent. */
  release(key: string, sender: string): Awaitable<void>;
  /** Whether one request that is not urgent fits now, beside all that was admitted. */
  hasRoom(key: string, sender: string): Awaitable<boolean>;
  /** Learns that even less was too much for GitHub: for some hours less fits, and less again where this comes again. */
  slowDown(key: string): Awaitable<void>;
  /** Counts a request that is sent now. Must not throw: what is stored elsewhere is sent there in the background. */
  spent(key: string, sender: string): void;
}

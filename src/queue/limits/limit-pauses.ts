import type { GithubLimit } from '../../github/client/limited.ts';
import { type Clock, systemClock } from '../../time/clock.ts';
import type { Awaitable } from '../awaitable.ts';

/** Keeps away from GitHub for a time who met a limit of its: GitHub may ban who goes on. */
export interface LimitPauses {
  /** Notes that a key (installation) met a limit. @returns until when it is paused, in milliseconds since 1970 */
  note(key: string, limit: GithubLimit): Awaitable<number>;
  /** In how many milliseconds to ask again; 0 where requests may be sent now. */
  delayOf(key: string): Awaitable<number>;
  /** How many keys are paused. */
  count(): Awaitable<number>;
}

const minute = 60_000;

/** GitHub asks for a minute at least where it does not say how long, and for more and more where that does not help. */
const shortest = minute;

/** The hourly limit is renewed within an hour. What is told to wait for longer was told wrong. */
const longest = 61 * minute;

/** Who met no limit for so long after a pause starts again. */
const forgetAfter = 60 * minute;

/** The pause of a key. Plain JSON. */
export interface Pause {
  /** How many pauses there were in a row before this one. */
  readonly count: number;
  /** In milliseconds since 1970. */
  readonly until: number;
}

/** The pause that follows from a limit that was met now. @param known the one before */
export function pauseFor(
  known: Pause | undefined,
  { kind, retryAfter }: GithubLimit,
  now: number,
): Pause {
  // What was on its way when a pause began met the same limit.
  const count = !known ? 0 : known.until > now ? known.count : known.count + 1;
  const growing = shortest * 2 ** count;
  const isKnown = kind === 'primary' && retryAfter !== undefined;
  const wanted = isKnown ? retryAfter : Math.max(retryAfter ?? 0, growing);
  const until = Math.max(known?.until ?? 0, now + Math.min(longest, wanted));
  // That the hour's points are used up says nothing of the next hour.
  return { count: isKnown ? (known?.count ?? 0) : count, until };
}

/** When a pause is forgotten, in milliseconds since 1970. */
export function forgottenAt({ until }: Pause): number {
  return until + forgetAfter;
}

/** Pauses of which this process knows what it met itself. */
export class InProcessLimitPauses implements LimitPauses {
  readonly #clock: Clock;
  readonly #pauses = new Map<string, Pause>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  note(key: string, limit: GithubLimit): number {
    const now = this.#clock.now();
    this.#forgetOld(now);
    const pause = pauseFor(this.#pauses.get(key), limit, now);
    this.#pauses.set(key, pause);
    return pause.until;
  }

  delayOf(key: string): number {
    return Math.max(0, (this.#pauses.get(key)?.until ?? 0) - this.#clock.now());
  }

  count(): number {
    const now = this.#clock.now();
    return [...this.#pauses.values()].filter(({ until }) => until > now).length;
  }

  #forgetOld(now: number): void {
    for (const [key, pause] of this.#pauses) {
      if (forgottenAt(pause) <= now) this.#pauses.delete(key);
    }
  }
}

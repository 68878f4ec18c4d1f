import { type Clock, systemClock } from '../time/clock.ts';

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

/** Of each limit: who has used this much is not given the last of it, which is kept for what is urgent and for others. */
const largeShare = 1 / 4;
const shareOfLarge = 4 / 5;

/** Who sends requests, and for what. */
export interface Sending {
  /** The lane. */
  readonly sender: string;
  /** Whether somebody waits for a first answer. */
  readonly isUrgent: boolean;
}

interface Sent {
  readonly at: number;
  readonly sender: string;
}

interface Account {
  /** Requests that were sent, in order. */
  readonly spent: Sent[];
  /** Requests that were admitted and are not sent yet, by who sends them. */
  readonly admitted: Map<string, { readonly at: number; left: number }>;
}

/**
 * Keeps requests that write within limits, for each key (installation) its own. What was admitted counts as sent until
 * it is, so that two who are admitted at once do not send twice what fits.
 */
export class RateLimiter {
  readonly #limits: readonly RateLimit[];
  readonly #shortest: number;
  readonly #longest: number;
  readonly #clock: Clock;
  readonly #accounts = new Map<string, Account>();

  /** @param limits at least one */
  constructor(limits: readonly RateLimit[] = githubRateLimits, clock: Clock = systemClock) {
    const times = limits.map(({ milliseconds }) => milliseconds);
    this.#limits = limits;
    this.#shortest = Math.min(...times);
    this.#longest = Math.max(...times);
    this.#clock = clock;
  }

  /**
   * Admits so many requests more, where they fit. What the sender was admitted before and has not sent is given back. What
   * is not sent lapses by itself after the shortest of the limits' times.
   *
   * @returns 0, or the milliseconds after which it is worth while to ask again
   * @throws RangeError for a count that never fits
   */
  admit(key: string, count: number, sending: Sending): number {
    if (this.#limits.some((limit) => count > limit.count * shareOfLarge)) {
      throw new RangeError(`${count} requests at once never fit`);
    }
    const account = this.#accountOf(key);
    account.admitted.delete(sending.sender);
    const time = this.#timeUntilFit(account, count, sending);
    if (time <= 0) account.admitted.set(sending.sender, { at: this.#clock.now(), left: count });
    return Math.max(0, time);
  }

  /** Gives back what a sender was admitted and has not sent. */
  release(key: string, sender: string): void {
    this.#accounts.get(key)?.admitted.delete(sender);
  }

  /** Whether one request that is not urgent fits now, beside all that was admitted. */
  hasRoom(key: string, sender: string): boolean {
    return this.#timeUntilFit(this.#accountOf(key), 1, { sender, isUrgent: false }) <= 0;
  }

  /** Counts a request that is sent now. */
  spent(key: string, sender: string): void {
    const account = this.#accountOf(key);
    account.spent.push({ at: this.#clock.now(), sender });
    const admitted = account.admitted.get(sender);
    if (admitted === undefined) return;
    admitted.left -= 1;
    if (admitted.left === 0) account.admitted.delete(sender);
  }

  /** Milliseconds; 0 where they fit now. */
  #timeUntilFit(account: Account, count: number, sending: Sending): number {
    const now = this.#clock.now();
    this.#forgetOld(account, now);
    const lapses = [...account.admitted.values()].flatMap(({ at, left }) =>
      Array<number>(left).fill(at + this.#shortest),
    );
    const times = this.#limits.map((limit) => {
      const recent = account.spent.filter(({ at }) => at > now - limit.milliseconds);
      const surplus = recent.length + lapses.length + count - shareOf(limit, recent, sending);
      if (surplus <= 0) return 0;
      const ends = [...recent.map(({ at }) => at + limit.milliseconds), ...lapses];
      return (ends.sort((one, other) => one - other)[surplus - 1] ?? now) - now;
    });
    return Math.max(...times);
  }

  #forgetOld(account: Account, now: number): void {
    const kept = account.spent.findIndex(({ at }) => at > now - this.#longest);
    account.spent.splice(0, kept === -1 ? account.spent.length : kept);
    for (const [sender, { at }] of account.admitted) {
      if (at <= now - this.#shortest) account.admitted.delete(sender);
    }
  }

  /** An account whose requests are all long past is one of nobody's any more: those are forgotten when a new one comes. */
  #accountOf(key: string): Account {
    const known = this.#accounts.get(key);
    if (known) return known;
    for (const [other, account] of this.#accounts) {
      this.#forgetOld(account, this.#clock.now());
      if (account.spent.length + account.admitted.size === 0) this.#accounts.delete(other);
    }
    const account = { spent: [], admitted: new Map() };
    this.#accounts.set(key, account);
    return account;
  }
}

/** How much of a limit a sender may use up. @param recent what all have sent in its time */
function shareOf({ count }: RateLimit, recent: readonly Sent[], sending: Sending): number {
  if (sending.isUrgent) return count;
  const own = recent.filter(({ sender }) => sender === sending.sender).length;
  return own < count * largeShare ? count : Math.floor(count * shareOfLarge);
}

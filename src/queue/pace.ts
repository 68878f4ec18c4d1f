import { type Clock, systemClock } from './clock.ts';
import { orAborted } from './or-aborted.ts';

/** So many requests in any time of a length. */
export interface PaceLimit {
  readonly count: number;
  readonly milliseconds: number;
}

/**
 * GitHub lets an installation create content about 80 times a minute and 500 times an hour, and asks whoever does more to
 * stay away for a while. What people do with the same installation meanwhile counts too: some room is left for them.
 */
export const githubPace: readonly PaceLimit[] = [
  { count: 60, milliseconds: 60_000 },
  { count: 400, milliseconds: 60 * 60_000 },
];

interface Account {
  /** When requests were sent, in order. */
  readonly spent: number[];
  /** Requests that were admitted and are not sent yet, by who sends them. */
  readonly admitted: Map<string, { readonly at: number; left: number }>;
  /** Settled when nobody who asked before waits any more. */
  turn: Promise<void>;
  waiting: number;
}

/**
 * Keeps requests that write within limits, for each key (installation) its own. What was admitted counts as sent until
 * it is, so that two who are admitted at once do not send twice what fits.
 */
export class Pace {
  readonly #limits: readonly PaceLimit[];
  readonly #shortest: number;
  readonly #longest: number;
  readonly #clock: Clock;
  readonly #accounts = new Map<string, Account>();

  /** @param limits at least one */
  constructor(limits: readonly PaceLimit[] = githubPace, clock: Clock = systemClock) {
    const times = limits.map(({ milliseconds }) => milliseconds);
    this.#limits = limits;
    this.#shortest = Math.min(...times);
    this.#longest = Math.max(...times);
    this.#clock = clock;
  }

  /**
   * Resolves when so many requests more fit. Who asked first is served first.
   *
   * @param sender who sends them (the lane). What it was admitted before and has not sent is given back. It lapses by
   *   itself after the shortest of the limits' times
   * @throws RangeError for a count that never fits; the signal's reason where the signal is given
   */
  async admit(
    key: string,
    count: number,
    { sender = '', signal }: { readonly sender?: string; readonly signal?: AbortSignal } = {},
  ): Promise<void> {
    if (this.#limits.some((limit) => count > limit.count)) {
      throw new RangeError(`${count} requests at once never fit`);
    }
    const account = this.#accountOf(key);
    account.admitted.delete(sender);
    const before = account.turn;
    const mine = Promise.withResolvers<void>();
    account.turn = mine.promise;
    account.waiting += 1;
    try {
      await orAborted(before, signal);
      await this.#waitFor(account, count, signal);
      account.admitted.set(sender, { at: this.#clock.now(), left: count });
    } finally {
      account.waiting -= 1;
      // Whoever gives up before its turn must not let the next in before those who asked earlier.
      void before.then(mine.resolve);
    }
  }

  /** Counts a request that is sent now. */
  spent(key: string, sender = ''): void {
    const account = this.#accountOf(key);
    account.spent.push(this.#clock.now());
    const admitted = account.admitted.get(sender);
    if (admitted === undefined) return;
    admitted.left -= 1;
    if (admitted.left === 0) account.admitted.delete(sender);
  }

  async #waitFor(account: Account, count: number, signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const time = this.#timeUntilFit(account, count);
      if (time <= 0) return;
      await this.#clock.wait(time, signal);
    }
  }

  /** Milliseconds; 0 where they fit now. */
  #timeUntilFit(account: Account, count: number): number {
    const now = this.#clock.now();
    this.#forgetOld(account, now);
    const lapses = [...account.admitted.values()].flatMap(({ at, left }) =>
      Array<number>(left).fill(at + this.#shortest),
    );
    const times = this.#limits.map((limit) => {
      const recent = account.spent.filter((at) => at > now - limit.milliseconds);
      const surplus = recent.length + lapses.length + count - limit.count;
      if (surplus <= 0) return 0;
      const ends = [...recent.map((at) => at + limit.milliseconds), ...lapses];
      return (ends.sort((one, other) => one - other)[surplus - 1] ?? now) - now;
    });
    return Math.max(...times);
  }

  #forgetOld(account: Account, now: number): void {
    const kept = account.spent.findIndex((at) => at > now - this.#longest);
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
      const isIdle = account.spent.length + account.admitted.size + account.waiting === 0;
      if (isIdle) this.#accounts.delete(other);
    }
    const account = { spent: [], admitted: new Map(), turn: Promise.resolve(), waiting: 0 };
    this.#accounts.set(key, account);
    return account;
  }
}

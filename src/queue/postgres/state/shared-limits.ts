import type { GithubLimit } from '../../../github/client/limited.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import { systemClock } from '../../../time/clock.ts';
import { forgottenAt, type LimitPauses, type Pause, pauseFor } from '../../limits/limit-pauses.ts';
import { isLow, type QuotaReserve, quotaDelay } from '../../limits/quota-reserve.ts';
import {
  newAccount,
  type RateLimitAccount,
  RateLimitRules,
  release,
  slowDown,
  spend,
} from '../../limits/rate-limit-account.ts';
import type { RateLimit, RateLimiter, Sending } from '../../limits/rate-limiter.ts';
import {
  type Throttle,
  type Throttled,
  type ThrottleOptions,
  throttledBy,
  throttledUntil,
} from '../../limits/throttle.ts';
import type { Database } from '../database.ts';
import { StateTable } from './state-table.ts';

/** A time of the database's clock by this process's own, in milliseconds since 1970. */
function ownTime(time: number, now: number): number {
  return systemClock.now() + time - now;
}

/** Pauses of which each server knows what all of them met. */
export class SharedLimitPauses implements LimitPauses {
  readonly #table: StateTable<Pause>;

  constructor(database: Database) {
    this.#table = new StateTable(database, 'pause');
  }

  note(key: string, limit: GithubLimit): Promise<number> {
    return this.#table.change(key, (known, now) => {
      const value = pauseFor(known, limit, now);
      return { value, until: forgottenAt(value), result: ownTime(value.until, now) };
    });
  }

  async delayOf(key: string): Promise<number> {
    const { value, now } = await this.#table.get(key);
    return Math.max(0, (value?.until ?? 0) - now);
  }

  count(): Promise<number> {
    return this.#table.count(
      `(value ->> 'until')::float8 > extract(epoch from now())::float8 * 1000`,
    );
  }
}

/** A rate limiter that counts what all servers send. */
export class SharedRateLimiter implements RateLimiter {
  readonly #table: StateTable<RateLimitAccount>;
  readonly #rules: RateLimitRules;
  readonly #logger: Logger;
  readonly #counting = new Set<Promise<void>>();

  constructor(database: Database, limits: readonly RateLimit[], logger: Logger) {
    this.#table = new StateTable(database, 'rate-limit');
    this.#rules = new RateLimitRules(limits);
    this.#logger = logger;
  }

  admit(key: string, count: number, sending: Sending): Promise<number> {
    return this.#change(key, (account, now) => this.#rules.admit(account, count, sending, now));
  }

  async release(key: string, sender: string): Promise<void> {
    // What was sent is counted first: it is what the sender was admitted.
    await this.settle();
    await this.#change(key, (account) => release(account, sender));
  }

  async hasRoom(key: string, sender: string): Promise<boolean> {
    const { value = newAccount(), now } = await this.#table.get(key);
    return this.#rules.hasRoom(value, sender, now);
  }

  async slowDown(key: string): Promise<void> {
    await this.#change(key, slowDown);
  }

  spent(key: string, sender: string): void {
    const counting = this.#change(key, (account, now) => spend(account, sender, now))
      .catch((error: unknown) => this.#logger.warn('A request could not be counted', { error }))
      .finally(() => this.#counting.delete(counting));
    this.#counting.add(counting);
  }

  /** Resolves when all that was sent is counted. */
  async settle(): Promise<void> {
    await Promise.all(this.#counting);
  }

  #change<Result>(
    key: string,
    act: (account: RateLimitAccount, now: number) => Result,
  ): Promise<Result> {
    return this.#table.change(key, (value = newAccount(), now) => {
      const result = act(value, now);
      const isEmpty = this.#rules.isEmpty(value, now);
      return { value: isEmpty ? undefined : value, until: now + keptFor(this.#rules), result };
    });
  }
}

/** That it was too fast for GitHub is remembered for hours. */
function keptFor({ longest }: RateLimitRules): number {
  return Math.max(longest, 4 * 60 * 60_000);
}

/** That it is low is told again after so long, in milliseconds: most answers say the same. */
const quotaRefresh = 30_000;

/** A reserve of which each server knows what all of them saw. */
export class SharedQuotaReserve implements QuotaReserve {
  /** When it was seen to be low. */
  readonly #table: StateTable<number>;
  readonly #logger: Logger;
  readonly #told = new Map<string, { readonly isLow: boolean; readonly at: number }>();

  constructor(database: Database, logger: Logger) {
    this.#table = new StateTable(database, 'low-quota');
    this.#logger = logger;
  }

  note(key: string, remaining: number): void {
    const told = this.#told.get(key);
    const at = systemClock.now();
    const isNew = isLow(remaining)
      ? !told?.isLow || told.at + quotaRefresh <= at
      : told?.isLow !== false;
    if (!isNew) return;
    this.#told.set(key, { isLow: isLow(remaining), at });
    this.#table
      .change(key, (_known, now) => {
        const value = isLow(remaining) ? now : undefined;
        return { value, until: now + quotaDelay, result: undefined };
      })
      .catch((error: unknown) => this.#logger.warn('A request could not be counted', { error }));
  }

  async delayOf(key: string): Promise<number> {
    const { value, now } = await this.#table.get(key);
    return value === undefined ? 0 : Math.max(0, value + quotaDelay - now);
  }
}

/** A throttle that counts what all servers are asked for. */
export class SharedThrottle implements Throttle {
  readonly #table: StateTable<Throttled>;
  readonly #options: ThrottleOptions;

  constructor(database: Database, name: string, options: ThrottleOptions) {
    this.#table = new StateTable(database, `throttle ${name}`);
    this.#options = options;
  }

  next(key: string): Promise<number> {
    return this.#table.change(key, (known, now) => {
      const value = throttledBy(known, this.#options, now);
      return { value, until: throttledUntil(value), result: ownTime(value.time, now) };
    });
  }
}

import { type Clock, systemClock } from '../../time/clock.ts';
import {
  newAccount,
  type RateLimitAccount,
  RateLimitRules,
  release,
  slowDown,
  spend,
} from './rate-limit-account.ts';
import {
  githubRateLimits,
  type RateLimit,
  type RateLimiter,
  type Sending,
} from './rate-limiter.ts';

/** A rate limiter that counts what this process sends. */
export class InProcessRateLimiter implements RateLimiter {
  readonly #rules: RateLimitRules;
  readonly #clock: Clock;
  readonly #accounts = new Map<string, RateLimitAccount>();

  /** @param limits at least one */
  constructor(limits: readonly RateLimit[] = githubRateLimits, clock: Clock = systemClock) {
    this.#rules = new RateLimitRules(limits);
    this.#clock = clock;
  }

  admit(key: string, count: number, sending: Sending): number {
    return this.#rules.admit(this.#accountOf(key), count, sending, this.#clock.now());
  }

  release(key: string, sender: string): void {
    const account = this.#accounts.get(key);
    if (account) release(account, sender);
  }

  slowDown(key: string): void {
    slowDown(this.#accountOf(key), this.#clock.now());
  }

  hasRoom(key: string, sender: string): boolean {
    return this.#rules.hasRoom(this.#accountOf(key), sender, this.#clock.now());
  }

  spent(key: string, sender: string): void {
    spend(this.#accountOf(key), sender, this.#clock.now());
  }

  /** An account whose requests are all long past is one of nobody's anymore: those are forgotten when a new one comes. */
  #accountOf(key: string): RateLimitAccount {
    const known = this.#accounts.get(key);
    if (known) return known;
    const now = this.#clock.now();
    for (const [other, account] of this.#accounts) {
      if (this.#rules.isEmpty(account, now)) this.#accounts.delete(other);
    }
    const account = newAccount();
    this.#accounts.set(key, account);
    return account;
  }
}

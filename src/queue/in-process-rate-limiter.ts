import { type Clock, systemClock } from '../time/clock.ts';
import {
  githubRateLimits,
  type RateLimit,
  type RateLimiter,
  type Sending,
} from './rate-limiter.ts';

/** Of each limit: who has used this much is not given the last of it, which is kept for what is urgent and for others. */
const largeShare = 1 / 4;
const shareOfLarge = 4 / 5;

/** How often limits are halved at most, and after how long once less. What follows one refusal closely is the same. */
const slowest = { halvings: 3, recovery: 60 * 60_000, same: 60_000 };

interface Sent {
  readonly at: number;
  readonly sender: string;
}

interface Account {
  /** Requests that were sent, in order. */
  readonly spent: Sent[];
  /** Requests that were admitted and are not sent yet, by who sends them. */
  readonly admitted: Map<string, { readonly at: number; left: number }>;
  /** When it was last too fast for GitHub, and how often its limits were halved then. */
  slowed?: { readonly at: number; readonly halvings: number };
}

/** A rate limiter that counts what this process sends: a sliding log. */
export class InProcessRateLimiter implements RateLimiter {
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

  release(key: string, sender: string): void {
    this.#accounts.get(key)?.admitted.delete(sender);
  }

  slowDown(key: string): void {
    const account = this.#accountOf(key);
    const now = this.#clock.now();
    if (account.slowed && now - account.slowed.at < slowest.same) return;
    const halvings = Math.min(slowest.halvings, halvingsOf(account, now) + 1);
    account.slowed = { at: now, halvings };
  }

  hasRoom(key: string, sender: string): boolean {
    return this.#timeUntilFit(this.#accountOf(key), 1, { sender, isUrgent: false }) <= 0;
  }

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
    const factor = 0.5 ** halvingsOf(account, now);
    const times = this.#limits.map((usual) => {
      const limit = { ...usual, count: scaled(usual.count, factor, count) };
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

  /** An account whose requests are all long past is one of nobody's anymore: those are forgotten when a new one comes. */
  #accountOf(key: string): Account {
    const known = this.#accounts.get(key);
    if (known) return known;
    for (const [other, account] of this.#accounts) {
      this.#forgetOld(account, this.#clock.now());
      const isSlowed = halvingsOf(account, this.#clock.now()) > 0;
      const isEmpty = account.spent.length + account.admitted.size === 0;
      if (isEmpty && !isSlowed) this.#accounts.delete(other);
    }
    const account: Account = { spent: [], admitted: new Map() };
    this.#accounts.set(key, account);
    return account;
  }
}

function halvingsOf({ slowed }: Account, now: number): number {
  if (!slowed) return 0;
  return Math.max(0, slowed.halvings - Math.floor((now - slowed.at) / slowest.recovery));
}

/** A limit that is slowed down still lets through what somebody asks for at once. */
function scaled(limit: number, factor: number, asked: number): number {
  return Math.min(limit, Math.max(Math.floor(limit * factor), Math.ceil(asked / shareOfLarge)));
}

/** How much of a limit a sender may use up. @param recent what all have sent in its time */
function shareOf({ count }: RateLimit, recent: readonly Sent[], sending: Sending): number {
  if (sending.isUrgent) return count;
  const own = recent.filter(({ sender }) => sender === sending.sender).length;
  return own < count * largeShare ? count : Math.floor(count * shareOfLarge);
}

import type { RateLimit, Sending } from './rate-limiter.ts';

/** Of each limit: who has used this much is not given the last of it, which is kept for what is urgent and for others. */
const largeShare = 1 / 4;
const shareOfLarge = 4 / 5;

/** How often limits are halved at most, and after how long once less. What follows one refusal closely is the same. */
const slowest = { halvings: 3, recovery: 60 * 60_000, same: 60_000 };

interface Sent {
  readonly at: number;
  readonly sender: string;
}

interface Admitted extends Sent {
  left: number;
}

/** What a key (installation) sent, and may still send. Plain JSON; times in milliseconds since 1970. */
export interface RateLimitAccount {
  /** Requests that were sent, in order. */
  readonly spent: Sent[];
  /** Requests that were admitted and are not sent yet: one for each who sends. */
  readonly admitted: Admitted[];
  /** When it was last too fast for GitHub, and how often its limits were halved then. */
  slowed?: { readonly at: number; readonly halvings: number };
}

/** The rules of the rate limiter, for one account at a time, wherever that is kept: a sliding log. */
export class RateLimitRules {
  readonly #limits: readonly RateLimit[];
  readonly #shortest: number;
  /** The longest of the limits' times, in milliseconds: what was sent before it counts no more. */
  readonly longest: number;

  /** @param limits at least one */
  constructor(limits: readonly RateLimit[]) {
    const times = limits.map(({ milliseconds }) => milliseconds);
    this.#limits = limits;
    this.#shortest = Math.min(...times);
    this.longest = Math.max(...times);
  }

  /** @returns 0 where they were admitted, or in how many milliseconds to ask again. @throws RangeError for a count that never fits */
  admit(account: RateLimitAccount, count: number, sending: Sending, now: number): number {
    if (this.#limits.some((limit) => count > limit.count * shareOfLarge)) {
      throw new RangeError(`${count} requests at once never fit`);
    }
    release(account, sending.sender);
    const time = this.#timeUntilFit(account, count, sending, now);
    if (time <= 0) account.admitted.push({ sender: sending.sender, at: now, left: count });
    return Math.max(0, time);
  }

  hasRoom(account: RateLimitAccount, sender: string, now: number): boolean {
    return this.#timeUntilFit(account, 1, { sender, isUrgent: false }, now) <= 0;
  }

  /** Whether nothing in it counts anymore. */
  isEmpty(account: RateLimitAccount, now: number): boolean {
    this.#forgetOld(account, now);
    return account.spent.length + account.admitted.length === 0 && halvingsOf(account, now) === 0;
  }

  /** Milliseconds; 0 where they fit now. */
  #timeUntilFit(account: RateLimitAccount, count: number, sending: Sending, now: number): number {
    this.#forgetOld(account, now);
    const lapses = account.admitted.flatMap(({ at, left }) =>
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

  #forgetOld({ spent, admitted }: RateLimitAccount, now: number): void {
    const kept = spent.findIndex(({ at }) => at > now - this.longest);
    spent.splice(0, kept === -1 ? spent.length : kept);
    const current = admitted.filter(({ at }) => at > now - this.#shortest);
    admitted.splice(0, admitted.length, ...current);
  }
}

/** An account of which nothing is known. */
export function newAccount(): RateLimitAccount {
  return { spent: [], admitted: [] };
}

/** Counts a request that is sent now. */
export function spend({ spent, admitted }: RateLimitAccount, sender: string, now: number): void {
  spent.push({ at: now, sender });
  const index = admitted.findIndex((each) => each.sender === sender);
  const own = admitted[index];
  if (own === undefined) return;
  own.left -= 1;
  if (own.left === 0) admitted.splice(index, 1);
}

/** Gives back what a sender was admitted and has not sent. */
export function release({ admitted }: RateLimitAccount, sender: string): void {
  const index = admitted.findIndex((each) => each.sender === sender);
  if (index !== -1) admitted.splice(index, 1);
}

/** Lets less fit for some hours. */
export function slowDown(account: RateLimitAccount, now: number): void {
  if (account.slowed && now - account.slowed.at < slowest.same) return;
  const halvings = Math.min(slowest.halvings, halvingsOf(account, now) + 1);
  account.slowed = { at: now, halvings };
}

function halvingsOf({ slowed }: RateLimitAccount, now: number): number {
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

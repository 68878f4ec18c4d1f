import type { Clock } from '../clock.ts';
import type { Installation } from '../world/model.ts';

/** GitHub's limits for an installation, as its documentation of rate limits states them. */
export interface LimitValues {
  /** REST requests an hour. */
  readonly core: number;
  /** GraphQL points an hour. */
  readonly graphql: number;
  /** Requests that write something, a minute and an hour. */
  readonly writesAMinute: number;
  readonly writesAnHour: number;
  /** Points a minute: 1 for a read, 5 for a write; for REST and for GraphQL. */
  readonly corePointsAMinute: number;
  readonly graphqlPointsAMinute: number;
  /** Requests at the same time. */
  readonly concurrent: number;
  /** Pull requests that are opened in ten minutes: more of them were "submitted too quickly". */
  readonly pullsInTenMinutes: number;
}

/** What holds where a test says nothing else. */
export const githubLimits: LimitValues = {
  core: 5000,
  graphql: 5000,
  writesAMinute: 80,
  writesAnHour: 500,
  corePointsAMinute: 900,
  graphqlPointsAMinute: 2000,
  concurrent: 100,
  // There is one, and GitHub says nowhere what it is: the tenth in a row was refused, and fifty in a row were not.
  pullsInTenMinutes: Number.POSITIVE_INFINITY,
};

export type Resource = 'core' | 'graphql';

/** One of an installation's hourly limits, as GitHub's headers report it. */
export interface Standing {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

/** What a request counts for. */
export interface Weight {
  readonly resource: Resource;
  readonly isWrite: boolean;
  /** Of the hourly limit. */
  readonly cost: number;
}

/** The limit that a request ran into. For a secondary one: the seconds to wait. */
export type Exceeded =
  | { readonly kind: 'primary' }
  | { readonly kind: 'secondary'; readonly retryAfter: number };

interface Account {
  readonly windows: Record<Resource, { used: number; ends: number }>;
  running: number;
  /** Until when every request is refused, in milliseconds since 1970. */
  blockedUntil: number;
  /** When pull requests were opened. */
  pulls: number[];
  /** How many of `recent` wrote something. */
  writes: number;
  /** When, for how many points, and whether something was written. The oldest first, not older than an hour. */
  readonly recent: { readonly at: number; readonly points: number; readonly weight: Weight }[];
}

const minute = 60_000;
const hour = 60 * minute;

/** Keeps account of what installations ask for, by the clock that tests turn. */
export class Limits {
  readonly #clock: Clock;
  readonly #values: LimitValues;
  readonly #accounts = new Map<number, Account>();

  constructor(clock: Clock, values: LimitValues) {
    this.#clock = clock;
    this.#values = values;
  }

  /** The app's own requests have an account of their own. */
  standing(installation: Installation | undefined, resource: Resource): Standing {
    const { used, ends } = this.#window(this.#account(installation), resource);
    const limit = this.#values[resource];
    return { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil(ends / 1000) };
  }

  /**
   * Counts a request that begins.
   *
   * @returns the limit that it exceeds; such a request is not to be answered, and not to be ended
   */
  begin(installation: Installation | undefined, weight: Weight): Exceeded | undefined {
    const account = this.#account(installation);
    const exceeded = this.#exceeded(account, weight);
    if (exceeded) return exceeded;
    const points = weight.isWrite ? 5 : 1;
    account.recent.push({ at: this.#now(), points, weight });
    account.writes += Number(weight.isWrite);
    this.#window(account, weight.resource).used += weight.cost;
    account.running += 1;
    return undefined;
  }

  /** Uses up an hourly limit, which is renewed after some milliseconds. */
  exhaust(installation: Installation, resource: Resource, milliseconds: number): void {
    const window = { used: this.#values[resource], ends: this.#now() + milliseconds };
    this.#account(installation).windows[resource] = window;
  }

  /** Refuses every request for some milliseconds, as a secondary limit does. */
  block(installation: Installation, milliseconds: number): void {
    this.#account(installation).blockedUntil = this.#now() + milliseconds;
  }

  /** Counts a pull request that is opened. @returns whether it may be */
  openPull(installation: Installation): boolean {
    const account = this.#account(installation);
    const recent = account.pulls.filter((at) => at > this.#now() - 10 * minute);
    const mayOpen = recent.length < this.#values.pullsInTenMinutes;
    account.pulls = mayOpen ? [...recent, this.#now()] : recent;
    return mayOpen;
  }

  /** A request is over. */
  end(installation: Installation | undefined): void {
    this.#account(installation).running -= 1;
  }

  #exceeded(account: Account, { resource, isWrite, cost }: Weight): Exceeded | undefined {
    const values = this.#values;
    const now = this.#now();
    if (account.blockedUntil > now) {
      return { kind: 'secondary', retryAfter: Math.ceil((account.blockedUntil - now) / 1000) };
    }
    if (this.#window(account, resource).used + cost > values[resource]) return { kind: 'primary' };
    const { recent } = account;
    while (recent[0] && recent[0].at <= now - hour) {
      account.writes -= Number(recent.shift()?.weight.isWrite ?? false);
    }
    let points = isWrite ? 5 : 1;
    let lastWrites = 0;
    for (let at = recent.length - 1; at >= 0; at -= 1) {
      const request = recent[at];
      if (!request || request.at <= now - minute) break;
      if (request.weight.resource === resource) points += request.points;
      lastWrites += Number(request.weight.isWrite);
    }
    const mostPoints = resource === 'core' ? values.corePointsAMinute : values.graphqlPointsAMinute;
    if (account.running >= values.concurrent || points > mostPoints) {
      return { kind: 'secondary', retryAfter: 60 };
    }
    if (isWrite && account.writes >= values.writesAnHour) {
      return { kind: 'secondary', retryAfter: 3600 };
    }
    if (isWrite && lastWrites >= values.writesAMinute) {
      return { kind: 'secondary', retryAfter: 60 };
    }
    return undefined;
  }

  #account(installation: Installation | undefined): Account {
    const id = installation?.id ?? 0;
    const known = this.#accounts.get(id);
    if (known) return known;
    const window = () => ({ used: 0, ends: this.#now() + hour });
    const account = {
      windows: { core: window(), graphql: window() },
      running: 0,
      blockedUntil: 0,
      pulls: [],
      writes: 0,
      recent: [],
    };
    this.#accounts.set(id, account);
    return account;
  }

  #window(account: Account, resource: Resource): { used: number; ends: number } {
    const now = this.#now();
    if (account.windows[resource].ends <= now) {
      account.windows[resource] = { used: 0, ends: now + hour };
    }
    return account.windows[resource];
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

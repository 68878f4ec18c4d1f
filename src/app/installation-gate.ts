import { type GithubLimit, Limited } from '../github/client/limited.ts';
import type { RequestGate, RequestKind } from '../github/client/request-gate.ts';
import type { SharedState } from '../queue/shared-state.ts';
import type { Logger } from '../telemetry/logger.ts';

/** Whose requests pass, and how urgent they are. */
interface Passing {
  /** The installation, as the groups of jobs name it. */
  readonly key: string;
  /** As of jobs: lower goes first. */
  readonly priority: number;
}

/** Lets an installation's requests through one after the other, the most urgent first, and none while GitHub limits it. */
export class InstallationGate implements RequestGate {
  readonly #state: Pick<SharedState, 'mayGoOn' | 'pauses' | 'rateLimiter' | 'spacing'>;
  readonly #logger: Logger;
  readonly #passing: Passing;

  constructor(
    state: Pick<SharedState, 'mayGoOn' | 'pauses' | 'rateLimiter' | 'spacing'>,
    logger: Logger,
    passing: Passing,
  ) {
    this.#state = state;
    this.#logger = logger;
    this.#passing = passing;
  }

  async enter(kind: RequestKind): Promise<void> {
    await this.#throwIfPaused();
    if (kind === 'rest') return this.#state.mayGoOn();
    const { key, priority } = this.#passing;
    await this.#state.spacing.turn(key, priority);
    // Meanwhile another request may have met a limit.
    await this.#throwIfPaused();
    await this.#state.mayGoOn();
  }

  async limited(limit: GithubLimit): Promise<void> {
    const { key } = this.#passing;
    const { pauses, rateLimiter } = this.#state;
    const until = new Date(await pauses.note(key, limit)).toISOString();
    if (limit.kind !== 'primary') await rateLimiter.slowDown(key);
    const told = { installation: key, limit: limit.kind, until };
    this.#logger.warn('GitHub limits an installation, which is paused', told);
  }

  async #throwIfPaused(): Promise<void> {
    const delay = await this.#state.pauses.delayOf(this.#passing.key);
    if (delay > 0) throw new Limited({ kind: 'primary', retryAfter: delay });
  }
}

import type { Logger } from '../../telemetry/logger.ts';
import { githubRateLimits, type RateLimit } from '../limits/rate-limiter.ts';
import type { Job, Queue, QueueOptions } from '../queue.ts';
import type { SharedState } from '../shared-state.ts';
import { cleanUp } from './clean-up.ts';
import { Database, type DatabaseSettings } from './database.ts';
import { Lease, type LeaseTimes } from './lease.ts';
import { PostgresQueue } from './postgres-queue.ts';
import {
  SharedLimitPauses,
  SharedQuotaReserve,
  SharedRateLimiter,
  SharedThrottle,
} from './state/shared-limits.ts';
import { SharedFailedIssues, SharedMemory, SharedSweepTimes } from './state/shared-memory.ts';
import { SharedRequestSpacing } from './state/shared-spacing.ts';

/** How a server takes part in what several share. */
export interface PostgresOptions extends DatabaseSettings {
  readonly logger: Logger;
  /** How many requests may write in a time, for an installation; GitHub's limits, if left out. */
  readonly rateLimits?: readonly RateLimit[];
  /** Milliseconds between the requests of an installation; as GitHub asks for, if left out. */
  readonly requestSpacing?: number;
  /** How soon others take over what this server does, should it be gone; after 20 seconds, if left out. */
  readonly leaseTimes?: LeaseTimes;
}

/** One server of several that share a database. */
export interface PostgresServer {
  /** To be called once. */
  createQueue<Each extends Job>(options: QueueOptions<Each>): Queue<Each>;
  readonly state: SharedState;
  /** Resolves when the database could be reached, and its tables are there. */
  readonly ready: Promise<void>;
  /** Is aborted when the other servers took over: whatever this process still does is nobody's. */
  readonly lost: AbortSignal;
  /** To be called when the queue has stopped. */
  close(): Promise<void>;
}

/** Takes part, as soon as the database can be reached. Until then nothing can be stored. */
export function openPostgres(options: PostgresOptions): PostgresServer {
  const { logger, rateLimits = githubRateLimits, requestSpacing } = options;
  const database = new Database(options, logger);
  const lease = new Lease(database, logger, options.leaseTimes);
  const rateLimiter = new SharedRateLimiter(database, rateLimits, logger);
  const ending = new AbortController();
  const cleaning = cleanUp(database, logger, ending.signal);
  return {
    createQueue: (given) => new PostgresQueue({ ...given, logger }, database, lease),
    state: {
      mayGoOn: () => lease.held(),
      rateLimiter,
      quota: new SharedQuotaReserve(database, logger),
      pauses: new SharedLimitPauses(database),
      spacing: new SharedRequestSpacing(database, requestSpacing),
      failedIssues: new SharedFailedIssues(database),
      sweepTimes: new SharedSweepTimes(database),
      throttle: (name, given) => new SharedThrottle(database, name, given),
      memory: (name) => new SharedMemory(database, name),
    },
    ready: database.ready,
    lost: lease.lost,
    async close() {
      ending.abort();
      await cleaning;
      await rateLimiter.settle();
      await lease.end();
      await database.close();
    },
  };
}

import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from '../../telemetry/logger.ts';
import { type Clock, systemClock } from '../../time/clock.ts';
import { coalesce, timeOf } from '../coalesce.ts';
import type { Job, Queue, QueueOptions, QueueStats } from '../queue.ts';
import type { Database } from './database.ts';
import { DatabaseAway } from './database-away.ts';
import { FetchedJobs } from './fetched-jobs.ts';
import type { Lease } from './lease.ts';
import { readStats } from './read-stats.ts';
import { pollInterval, type RunningWorker, runWorker, tasks } from './run-worker.ts';
import { jobKey, laneName, type StoredJob } from './stored-job.ts';

/** So long the figures of a queue wait for the database, in milliseconds. */
const longestStart = 2_000;

/** So many jobs are stored in one step: a sweep of a large installation adds more than one statement's time suffices for. */
const mostInStep = 1_000;

/** What a queue in a database is made with. */
export interface PostgresQueueOptions<Each extends Job> extends QueueOptions<Each> {
  readonly logger: Logger;
}

/**
 * A queue in a PostgreSQL database, by graphile-worker: each lane is one of its named queues. What waits for one lane and key
 * is one of its jobs, whose payload is the list of those that were added.
 */
export class PostgresQueue<Each extends Job> implements Queue<Each> {
  readonly isShared = true;
  readonly #options: PostgresQueueOptions<Each>;
  readonly #background: number;
  readonly #database: Database;
  readonly #lease: Lease;
  readonly #clock: Clock;
  readonly #fetched: FetchedJobs<Each>;
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  #worker: RunningWorker | undefined;
  #stopped: Promise<void> | undefined;

  constructor(options: PostgresQueueOptions<Each>, database: Database, lease: Lease) {
    const { concurrency = 8, background = 32_767, clock = systemClock } = options;
    this.#options = options;
    this.#background = background;
    this.#database = database;
    this.#lease = lease;
    this.#clock = clock;
    this.#fetched = new FetchedJobs(concurrency, background);
    lease.onExhausted((payload) => {
      const job = this.#merged(payload as readonly Each[]);
      options.onFailure(job, new Error('It ended each server that ran it'));
    });
    this.#ended = this.#keepRunning(concurrency);
  }

  async add(...jobs: readonly Each[]): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    await this.#store(jobs);
  }

  async idle(): Promise<void> {
    for (;;) {
      const [row] = await this.#database.query<{ readonly left: number }>(
        `select count(*)::int as left from graphile_worker.jobs
         where task_identifier = $1 and (locked_at is not null or attempts < max_attempts)`,
        [tasks.job],
      );
      if (row?.left === 0 && this.#fetched.count === 0) return;
      await setTimeout(10);
    }
  }

  async stop(milliseconds: number): Promise<void> {
    this.#stopping.abort(new Error('The queue was stopped'));
    this.#stopped ??= this.#end();
    const ended = new AbortController();
    const timeout = systemClock.wait(milliseconds, ended.signal).catch(() => undefined);
    await Promise.race([this.#stopped, timeout]);
    ended.abort();
  }

  /** @throws DatabaseAway, also where it can be read but nothing can be written */
  async stats(): Promise<QueueStats> {
    if (!(await this.#lease.isHeldWithin(longestStart))) throw new DatabaseAway();
    const { running, begun } = this.#fetched;
    const own = { id: this.#worker?.id, begun, background: this.#background };
    const stats = await readStats(this.#database, own, this.#clock.now());
    return { ...stats, running };
  }

  async #store(jobs: readonly Each[]): Promise<void> {
    const now = this.#clock.now();
    const stored = jobs.map((each, place): StoredJob<Each> => {
      const job = { since: now, ...each };
      const { group, priority } = job;
      const milliseconds = Math.max(job.since, timeOf(job)) - now;
      const queue = laneName(job.lane);
      return { key: jobKey(job), queue, group, priority, milliseconds, place, job };
    });
    for (let start = 0; start < stored.length; start += mostInStep) {
      await this.#database.query('select poweredby.add_jobs($1, $2, $3)', [
        JSON.stringify(stored.slice(start, start + mostInStep)),
        tasks.job,
        this.#background,
      ]);
    }
  }

  /** Keeps graphile-worker running: it stops by itself where the database goes away as it ends a job. */
  async #keepRunning(concurrency: number): Promise<void> {
    const { signal } = this.#stopping;
    const { logger } = this.#options;
    while (!signal.aborted && !this.#lease.lost.aborted) {
      try {
        await Promise.race([this.#database.ready, once(signal, 'abort')]);
        if (!signal.aborted) await this.#runOnce(concurrency);
      } catch (error) {
        if (signal.aborted) return;
        logger.warn('Fetching jobs again', { error });
        await setTimeout(pollInterval);
      }
    }
  }

  async #runOnce(concurrency: number): Promise<void> {
    const { logger, recurring } = this.#options;
    const worker = await runWorker({
      database: this.#database,
      lease: this.#lease,
      logger,
      concurrency,
      taskList: {
        [tasks.job]: (payload, { job }) => this.#work(String(job.id), payload as readonly Each[]),
        [tasks.recurring]: async () => {
          if (recurring) await this.#store([recurring.job()]);
        },
      },
      crontab: recurring ? `${recurring.cron} ${tasks.recurring} ?jobKey=${tasks.recurring}` : '',
      beginFetch: () => this.#fetched.beginFetch(),
      endFetch: (job) => {
        if (job) this.#fetched.take(job.id, this.#merged(job.payload as readonly Each[]));
        this.#fetched.endFetch();
      },
    });
    this.#worker = worker;
    const { id, runner } = worker;
    if (this.#stopping.signal.aborted) runner.stop().catch(() => {});
    try {
      await runner.promise;
    } finally {
      // What it still has locked is run by whoever comes first.
      while (this.#fetched.count > 0 && !this.#lease.lost.aborted) await setTimeout(20);
      await this.#lease.deregister(id).catch(() => {});
    }
  }

  /** @throws LeaseLost where others run it by now, so that it is not ended in their place */
  async #work(id: string, payload: readonly Each[]): Promise<void> {
    const job = this.#merged(payload);
    try {
      const admission = await this.#admission(job);
      if (typeof admission === 'object') await this.#fail(id, job, admission.error);
      else if (admission > 0) await this.#putBack(id, job, admission);
      else await this.#run(id, job);
      // Where the database is away, graphile-worker ends as a whole when it ends a job.
      await this.#untilStored(() => this.#database.query('select 1'));
      this.#lease.lost.throwIfAborted();
    } finally {
      this.#fetched.release(id);
    }
  }

  async #admission(job: Each): Promise<number | { readonly error: unknown }> {
    const { signal } = this.#stopping;
    // Another server may run it at once.
    if (signal.aborted) return 1;
    try {
      const delay = (await this.#options.admit?.(job)) ?? 0;
      return signal.aborted ? Math.max(1, delay) : delay;
    } catch (error) {
      return { error };
    }
  }

  async #run(id: string, job: Each): Promise<void> {
    const { run: runJob, telemetry } = this.#options;
    this.#fetched.setRunning(id, true);
    telemetry?.jobStarted();
    const start = systemClock.now();
    const seconds = () => (systemClock.now() - start) / 1000;
    try {
      await runJob(job);
      telemetry?.jobEnded('done', seconds());
    } catch (error) {
      telemetry?.jobEnded('failed', seconds());
      await this.#fail(id, job, error);
    } finally {
      this.#fetched.setRunning(id, false);
    }
  }

  /** What failed for want of the database is run again when that is back. */
  async #fail(id: string, job: Each, error: unknown): Promise<void> {
    if (this.#lease.lost.aborted) return;
    if (error instanceof DatabaseAway) await this.#putBack(id, job, pollInterval);
    else this.#options.onFailure(job, error);
  }

  /** It keeps its place. */
  async #putBack(id: string, job: Each, delay: number): Promise<void> {
    this.#fetched.close(job, delay);
    await this.#untilStored(() => this.#store([job]));
    this.#fetched.setBegun(id);
  }

  #untilStored(act: () => Promise<unknown>): Promise<unknown> {
    return this.#database.retry(act, this.#lease.lost);
  }

  /** One job of those that were added, which are in their order again where one was put back. */
  #merged(payload: readonly Each[]): Each {
    return payload
      .toSorted((one, other) => (one.since ?? 0) - (other.since ?? 0))
      .reduce((waiting, added) => coalesce(waiting, added, this.#options.merge));
  }

  async #end(): Promise<void> {
    await this.#worker?.runner.stop().catch(() => {});
    await this.#ended;
  }
}

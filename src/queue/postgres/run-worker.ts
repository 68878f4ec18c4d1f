import { EventEmitter } from 'node:events';
import { type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Logger } from '../../telemetry/logger.ts';
import type { Database } from './database.ts';
import type { Lease } from './lease.ts';
import { workerLogger } from './worker-logger.ts';

/** The jobs of the queue, and what comes again and again. */
export const tasks = { job: 'poweredby', recurring: 'poweredby-recurring' } as const;

/** How often is looked for jobs whose time has come, in milliseconds. New ones are told of at once. */
export const pollInterval = 500;

/** What graphile-worker is run with. */
export interface WorkerOptions {
  readonly database: Database;
  readonly lease: Lease;
  readonly logger: Logger;
  readonly concurrency: number;
  readonly taskList: TaskList;
  /** Lines of a crontab. */
  readonly crontab: string;
  /** @returns the flags of jobs that must not be fetched */
  readonly beginFetch: () => Promise<string[]>;
  /** @param job nothing where none was fetched */
  readonly endFetch: (job?: { readonly id: string; readonly payload: unknown }) => void;
}

/** A graphile-worker that runs. */
export interface RunningWorker {
  /** Under which it locks jobs. */
  readonly id: string;
  readonly runner: Runner;
}

/** Starts graphile-worker: its named queues hold each lane to one job at a time. `localQueue` would break that, and is off. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { database, lease, logger, concurrency, taskList, crontab, beginFetch, endFetch } = options;
  const events = new EventEmitter() as WorkerEvents;
  let id = '';
  let registered: Promise<void> | undefined;
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id;
    registered = lease.register(id);
    registered.catch(() => {});
  });
  events.on('job:start', ({ job }) => {
    endFetch(job.task_identifier === tasks.job ? { id: job.id, payload: job.payload } : undefined);
  });
  events.on('worker:getJob:empty', () => endFetch());
  events.on('worker:getJob:error', () => endFetch());
  const runner = await run({
    pgPool: database.pool,
    noHandleSignals: true,
    concurrency,
    pollInterval,
    events,
    logger: workerLogger(logger),
    forbiddenFlags: async () => {
      const flags = await beginFetch();
      await registered;
      return flags;
    },
    taskList,
    crontab,
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  return { id, runner };
}

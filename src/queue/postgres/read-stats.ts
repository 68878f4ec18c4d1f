import type { QueueStats } from '../queue.ts';
import type { Database } from './database.ts';
import { tasks } from './run-worker.ts';

interface StoredStats {
  readonly waiting: number;
  /** For how many seconds the oldest waits. */
  readonly asked: number | null;
  readonly background: number | null;
  readonly dead: number;
  readonly servers: number;
}

/** What this process has fetched: what it has not begun waits, too. */
interface OwnJobs {
  /** Under which it locks jobs. */
  readonly id: string | undefined;
  readonly begun: readonly string[];
  /** Jobs of this priority and behind it nobody waits for. */
  readonly background: number;
}

/** Reads how many jobs there are in the database. @param now milliseconds since 1970 @throws DatabaseAway */
export async function readStats(
  database: Database,
  { id, begun, background }: OwnJobs,
  now: number,
): Promise<Omit<QueueStats, 'running'>> {
  const [row] = await database.query<StoredStats>(
    `select count(*)::int as waiting,
       extract(epoch from now() - min(run_at) filter (where run_at <= now() and priority < $2))::float8 as asked,
       extract(epoch from now() - min(run_at) filter (where run_at <= now() and priority >= $2))::float8 as background,
       (select count(*)::int from graphile_worker.jobs
        where task_identifier = $1 and locked_at is null and attempts >= max_attempts) as dead,
       (select count(*)::int from poweredby.servers) as servers
     from graphile_worker.jobs
     where task_identifier = $1 and (
       (locked_at is null and attempts < max_attempts)
       or (locked_by = $3 and not id = any ($4)))`,
    [tasks.job, background, id, begun],
  );
  if (!row) throw new Error('The database returned no row');
  const { waiting, dead, servers } = row;
  return {
    waiting,
    ...(row.asked !== null && { waitingSince: now - row.asked * 1000 }),
    ...(row.background !== null && { backgroundSince: now - row.background * 1000 }),
    shared: { dead, servers },
  };
}

import { runMigrations } from 'graphile-worker';
import { Client, type ClientConfig, type Pool } from 'pg';

/** What only one process may do at a time: anything that is nobody else's in the same database. */
const migrationLock = 7_269_303;

/** Held shared by whoever adds jobs, and alone by whoever removes the lanes that have none. */
export const laneLock = 7_269_304;

/** What each version adds to the one before. A version that was released never changes: servers of both may run at once. */
const versions: readonly string[] = [
  `
create table poweredby.servers (
  id text primary key,
  name text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
comment on table poweredby.servers is 'Who runs jobs. One that is not seen for 20 seconds loses its jobs to the others';

create table poweredby.state (
  kind text not null,
  key text not null,
  value json not null,
  version integer not null default 1,
  expires_at timestamptz not null,
  primary key (kind, key)
);
create index on poweredby.state (expires_at);
comment on table poweredby.state is 'Limits of GitHub''s, throttles and the like, each until it expires. May be emptied';

create table poweredby.spacing (key text primary key, next_at timestamptz not null);
comment on table poweredby.spacing is 'When the next request of an installation may be sent. May be emptied';

create table poweredby.failed_issues (
  lane text not null,
  issue integer not null,
  failures integer not null default 0,
  error text,
  since timestamptz not null default now(),
  failed_at timestamptz not null default now(),
  primary key (lane, issue)
);
comment on table poweredby.failed_issues is 'Issues whose last job did not succeed';

create function poweredby.add_jobs(added json, task text, background integer) returns void
language plpgsql as $$
declare
  each record;
  waiting record;
  stored bigint;
  urgency integer;
  due timestamptz;
begin
  perform pg_advisory_xact_lock_shared(${laneLock});
  -- In the same order everywhere: who adds several never waits for one who waits in turn.
  for each in
    select * from json_to_recordset(added) as given (
      key text, queue text, "group" text, priority integer, milliseconds float8, place integer, job json)
    order by key, place
  loop
    perform pg_advisory_xact_lock(hashtextextended(each.key, 0));
    loop
      urgency := each.priority;
      due := now() + least(each.milliseconds, 1e11) * interval '1 millisecond'
        + each.place * interval '1 microsecond';
      select jobs.priority, jobs.run_at into waiting
      from graphile_worker.jobs
      where jobs.key = each.key and jobs.locked_at is null and jobs.attempts < jobs.max_attempts;
      if found then
        due := case when each.priority <= waiting.priority
          then least(waiting.run_at, due) else waiting.run_at end;
        urgency := least(waiting.priority, each.priority);
      end if;
      select (graphile_worker.add_job(
        task,
        json_build_array(each.job),
        queue_name := each.queue,
        run_at := due,
        max_attempts := 3,
        job_key := each.key,
        priority := urgency,
        flags := array['group ' || each."group", 'group ' || each."group" || ' ' || urgency,
          'lane ' || each.queue || ' ' || urgency]
          || case when urgency >= background
            then array['background', 'background of ' || each."group"] else '{}' end
      )).id into stored;
      -- Nothing is stored where the one that waited was started in the same moment: then it is added beside it.
      exit when stored is not null;
    end loop;
  end loop;
end $$;

create function poweredby.heartbeat(own text[], lease interval) returns json
language plpgsql as $$
declare
  renewed integer;
  abandoned text[];
  superseded bigint[];
  over bigint[];
  exhausted json;
begin
  update poweredby.servers set seen_at = clock_timestamp() where id = any (own);
  get diagnostics renewed = row_count;
  -- While the database was away nobody could be seen.
  if clock_timestamp() - pg_postmaster_start_time() > lease then
    delete from poweredby.servers where id in (
      select id from poweredby.servers
      where seen_at < clock_timestamp() - lease and not id = any (own)
      for update skip locked);
  end if;
  select array_agg(distinct locked_by) into abandoned
  from graphile_worker.jobs
  where locked_by is not null and locked_by not in (select id from poweredby.servers);
  if abandoned is null or not pg_try_advisory_xact_lock(${laneLock + 1}) then
    return json_build_object('renewed', renewed);
  end if;
  -- One whose like was added as it ran is not run again by itself; what it knew would be lost.
  select array_agg(id) filter (where key is null),
    array_agg(id) filter (where key is not null and attempts >= max_attempts)
    into superseded, over
  from graphile_worker.jobs where locked_by = any (abandoned);
  perform graphile_worker.force_unlock_workers(abandoned);
  perform graphile_worker.reschedule_jobs(superseded, attempts := 0);
  select json_agg(payload) into exhausted
  from graphile_worker.permanently_fail_jobs(over, 'It ended each server that ran it');
  return json_build_object('renewed', renewed, 'abandoned', abandoned, 'exhausted', exhausted);
end $$;
`,
];

/**
 * Makes the tables of graphile-worker and ours, or brings them up to date. Several may do so at once: each waits for the one
 * before it.
 *
 * @throws Error where the database cannot be reached, or refuses
 */
export async function migrate(pool: Pool, connection: ClientConfig): Promise<void> {
  // Large tables take their time: here no statement is cut short.
  const client = new Client({ ...connection, statement_timeout: 0, query_timeout: 0 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations({ pgPool: pool });
    await client.query(
      'create schema if not exists poweredby;' +
        'create table if not exists poweredby.versions (version integer primary key)',
    );
    const { rows } = await client.query(
      'select coalesce(max(version), 0) as version from poweredby.versions',
    );
    for (let version = Number(rows[0].version); version < versions.length; version++) {
      await client.query('begin');
      await client.query(versions[version] ?? '');
      await client.query('insert into poweredby.versions values ($1)', [version + 1]);
      await client.query('commit');
    }
  } finally {
    await client.end();
  }
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL of a test's own, on loopback, which keeps nothing. */
export interface Postgres {
  /** Makes an empty database, of a user that has the rights which docs/operate.md asks for, and no more. @returns its URL */
  createDatabase(name: string): Promise<string>;
  /** Ends it, and every connection with it. */
  stop(): Promise<void>;
  /** Starts it again with what was stored. */
  start(): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
}

/** The folder of PostgreSQL's programs; where there are several versions, the newest. */
export function findPostgres(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  // Debian keeps the server's programs off the path.
  const debian = globSync('/usr/lib/postgresql/*/bin').sort((one, other) =>
    other.localeCompare(one, 'en', { numeric: true }),
  );
  return [...folders, ...debian].find((folder) => globSync(join(folder, 'initdb')).length > 0);
}

/** Whether what is stored must survive a loss of power, which makes it as slow as it is where it is needed. */
interface PostgresOptions {
  readonly isDurable?: boolean;
}

/** Starts a PostgreSQL. @throws Error where it is not installed, or does not start */
export async function startPostgres({
  isDurable = false,
}: PostgresOptions = {}): Promise<Postgres> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL is not installed');
  const user = unprivilegedUser();
  // The temporary folder of a run is closed to the user that PostgreSQL needs in the place of root.
  const parent = user === undefined ? tmpdir() : '/tmp';
  const folder = mkdtempSync(join(parent, 'poweredby-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...user };
  const words = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  execFileSync(join(programs, 'initdb'), words, { ...options, stdio: 'pipe' });
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((setting) => ['-c', setting]);
  let child: ChildProcess | undefined;
  const url = (user: string, database: string) =>
    `postgres://${user}@127.0.0.1:${port}/${database}`;
  const superuser = url('postgres', 'postgres');
  const start = async () => {
    child = spawn(join(programs, 'postgres'), ['-D', data, ...settings], {
      ...options,
      stdio: 'ignore',
    });
    await untilReady(superuser);
  };
  const stop = async () => {
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    // A fast shutdown: it ends its connections and does not wait for them.
    child.kill('SIGINT');
    await ended;
  };
  await start();
  await withClient(superuser, (client) => client.query('create role poweredby login'));
  return {
    start,
    stop,
    async createDatabase(name) {
      await withClient(superuser, (client) =>
        client.query(`create database ${name} owner poweredby`),
      );
      return url('poweredby', name);
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs something with a connection of its own. */
export async function withClient<Value>(
  url: string,
  run: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await setTimeout(50);
    }
  }
}

/** PostgreSQL refuses to be run by root. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

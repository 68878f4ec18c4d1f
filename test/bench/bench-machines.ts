import { setTimeout } from 'node:timers/promises';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { burst } from './bench-burst.ts';
import { ask, type GithubReady, next, start, type Webhooks } from './burst/messages.ts';
import { onGithub } from './emulated-world.ts';
import { note, report } from './figures.ts';
import { Machines } from './machines/machines.ts';
import { type Play, type Played, play } from './machines/play.ts';

const minute = 60_000;

/** Several servers that share a database: nothing is lost or done twice, and more of them do more. */
export async function benchMachines(): Promise<void> {
  const postgres = await startPostgres({ isDurable: true });
  try {
    await benchIntake(postgres);
    await benchKills(postgres);
    await benchThroughput(postgres);
  } finally {
    await postgres.close();
  }
}

/** Webhooks are answered when their jobs are stored, however many come. */
async function benchIntake(postgres: Postgres): Promise<void> {
  console.log(
    'Two servers, 200 webhooks a second, each answered when its jobs are in the database',
  );
  const github = start(import.meta.resolve('./burst/github.ts'));
  const { app, downloads } = await next<GithubReady>(github);
  const database = { url: await postgres.createDatabase('intake'), poolSize: 10 };
  const machines = new Machines({ app, downloads, database });
  try {
    for (let count = 0; count < 2; count++) await machines.add();
    const webhooks = await ask<Webhooks>(github);
    // What a process does for the first time, it has done.
    await setTimeout(5_000);
    await burst(webhooks, machines.urls);
  } finally {
    await machines.end();
    github.kill();
  }
}

async function benchKills(postgres: Postgres): Promise<void> {
  const what: Play = {
    machines: 3,
    installations: 5,
    repositories: 40,
    submissions: 400,
    within: minute,
    isLively: true,
    killEvery: 5_000,
    restartsDatabase: true,
    patience: 25 * minute,
    // The emulator's hour does not pass faster: only the limits of a minute are kept.
    database: { rateLimits: [{ count: 60, milliseconds: minute }] },
  };
  console.log(
    'Three servers, 400 submissions a minute in 40 repositories of 5 installations; one killed every five seconds, the database restarted',
  );
  const played = await onLimitedGithub((run) => run(postgres, what));
  reportPlayed(played, what);
}

async function benchThroughput(postgres: Postgres): Promise<void> {
  for (const machines of [1, 2, 4]) {
    console.log(
      `Servers: ${machines}. 120 submissions at once, each in an installation of its own`,
    );
    const what: Play = {
      machines,
      installations: 60,
      repositories: 60,
      submissions: 120,
      within: 1_000,
      isLively: false,
      patience: 10 * minute,
    };
    const played = await onLimitedGithub((run) => run(postgres, what));
    reportPlayed(played, what);
    note('pull requests a minute', (played.waits.length / played.duration) * minute, '');
  }
}

async function onLimitedGithub(
  run: (played: (postgres: Postgres, what: Play) => Promise<Played>) => Promise<Played>,
): Promise<Played> {
  let played: Played | undefined;
  const limits = { writesAnHour: Number.POSITIVE_INFINITY };
  await onGithub(
    async (github) => {
      played = await run((postgres, what) => play(github, postgres, what));
    },
    { limits },
  );
  if (!played) throw new Error('Nothing was played');
  return played;
}

function reportPlayed(played: Played, { submissions }: Play): void {
  const { waits, faults, answers } = played;
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  report('pull requests missing', submissions - waits.length, 0);
  report('something missing or there twice', faults.length, 0);
  report('two jobs of a repository at the same time', played.overlaps, 0);
  report('refused by GitHub’s limits', played.refused, 0);
  note('jobs run', played.jobs, '');
  note('servers killed', played.kills, '');
  note('webhooks that no server took', played.untaken, '');
  note('requests to GitHub', played.requests, '');
  note('from submission to pull request, median', at(waits, 0.5) / 1000, 's');
  note('from submission to pull request, p99', at(waits, 0.99) / 1000, 's');
  note('webhooks answered within, p99', at(answers, 0.99), 'ms');
  note('until the last pull request', played.duration / 1000, 's');
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Emulator } from '../../../src/emulator/emulator.ts';
import type { Issue, Repository } from '../../../src/emulator/world/model.ts';
import { bodyOf, configurationFile, exampleFiles } from '../../app/world.ts';
import { example } from '../../support/command-line.ts';
import { type Postgres, withClient } from '../../support/postgres.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { checkWorld } from './check-world.ts';
import { Machines } from './machines.ts';
import type { MachineStart } from './messages.ts';

/** What is played. */
export interface Play {
  readonly machines: number;
  readonly installations: number;
  /** In all, as many in each installation. */
  readonly repositories: number;
  readonly submissions: number;
  /** Within so many milliseconds they are opened. */
  readonly within: number;
  /** Whether there are edits, commands and merges between. */
  readonly isLively: boolean;
  /** After so many milliseconds each, the machine that runs longest is killed and another one started; never, if left out. */
  readonly killEvery?: number;
  /** Whether the database is restarted once, in the middle. */
  readonly restartsDatabase?: boolean;
  /** So long is waited for everything, in milliseconds. */
  readonly patience: number;
  readonly database?: Partial<MachineStart['database']>;
}

/** What came of it. */
export interface Played {
  /** What is wrong on GitHub, in words. */
  readonly faults: readonly string[];
  readonly jobs: number;
  readonly overlaps: number;
  readonly kills: number;
  /** Requests to GitHub, and how many its limits refused. */
  readonly requests: number;
  readonly refused: number;
  /** Webhooks that no server took: the sweep found what they were about. */
  readonly untaken: number;
  /** From a submission to its pull request, in milliseconds, the shortest first. */
  readonly waits: readonly number[];
  /** From the first submission to the last pull request, in milliseconds. */
  readonly duration: number;
  /** How long the answers to webhooks took, in milliseconds. */
  readonly answers: readonly number[];
}

/** Plays submissions on machines that share a database, all of which are gone afterwards. */
export async function play(github: Emulator, postgres: Postgres, what: Play): Promise<Played> {
  const name = `play_${Math.random().toString(36).slice(2)}`;
  const url = await postgres.createDatabase(name);
  const { hosts, certificates } = github.downloads();
  const { id: appId, privateKey, webhookSecret } = github.app;
  const machines = new Machines({
    app: { appId, privateKey, webhookSecret, githubApiUrl: github.url },
    downloads: { ...(hosts && { hosts }), ...(certificates && { certificates }) },
    database: { url, poolSize: 10, ...what.database },
  });
  const places = await makePlaces(github, what);
  for (let count = 0; count < what.machines; count++) await machines.add();
  const balancer = await startBalancer(() => machines.urls);
  github.webhooks.target = balancer.url;
  try {
    return await playOn({ github, postgres, machines, balancer, places, url }, what);
  } finally {
    github.webhooks.target = undefined;
    balancer.close();
    await machines.end();
  }
}

interface Stage {
  readonly github: Emulator;
  readonly postgres: Postgres;
  readonly machines: Machines;
  readonly balancer: Balancer;
  readonly places: readonly Repository[];
  /** Of the database. */
  readonly url: string;
}

async function playOn(stage: Stage, what: Play): Promise<Played> {
  const { github, postgres, machines, balancer, places } = stage;
  const settled = new AbortController();
  const killing = what.killEvery
    ? machines.killAgainAndAgain(what.killEvery, settled.signal)
    : Promise.resolve(0);
  const restarting = what.restartsDatabase ? restart(postgres, what.within / 2) : undefined;
  const watch = watchPulls(github, places);
  const start = performance.now();
  const issues = await submitAll(stage, what, watch.submitted);
  await restarting;
  const deadline = start + what.patience;
  await until(
    () => watch.opened() === issues.length,
    Math.min(deadline, start + what.within + 20_000),
  );
  settled.abort();
  const kills = await killing;
  await github.webhooks.settle();
  // Webhooks that nobody took are found by the sweep, which otherwise comes every quarter of an hour.
  if (balancer.refused() > 0 || kills > 0) await sweep(stage.url);
  await until(async () => watch.opened() === issues.length && (await isIdle(stage)), deadline);
  watch.stop();
  const refused = github.requests.all.filter(({ status }) => status === 403 || status === 429);
  return {
    faults: await checkWorld(places, issues),
    ...machines.count(),
    kills,
    requests: github.requests.counted.length,
    refused: refused.length,
    untaken: balancer.refused(),
    waits: watch.waits().toSorted((one, other) => one - other),
    duration: watch.last() - start,
    answers: balancer.times.toSorted((one, other) => one - other),
  };
}

async function makePlaces(
  github: Emulator,
  { installations, repositories }: Play,
): Promise<readonly Repository[]> {
  const files = exampleFiles();
  const configuration = `${files[configurationFile]}\nquota: {submitter: 100, repository: 100}\n`;
  const places: Repository[] = [];
  for (let number = 0; number < repositories; number++) {
    const owner = `owner-${(number % installations) + 1}`;
    const repository = await github.createRepository(`${owner}/site-${number}`, {
      files: { ...files, [configurationFile]: configuration },
      roles: { mary: 'write' },
    });
    github.as(owner).createLabel(repository, 'powered-by');
    github.install(repository);
    places.push(repository);
  }
  return places;
}

async function submitAll(
  { github, places }: Stage,
  { submissions, within, isLively }: Play,
  submitted: (issue: Issue) => void,
): Promise<readonly Issue[]> {
  const start = performance.now();
  const issues: Issue[] = [];
  for (let number = 0; number < submissions; number++) {
    await setTimeout(Math.max(0, start + (number * within) / submissions - performance.now()));
    const place = places[number % places.length];
    if (!place) break;
    const issue = submit(github, place, number);
    submitted(issue);
    issues.push(issue);
    const earlier = issues[number - places.length];
    if (isLively && earlier) await meddle(github, earlier, number);
  }
  return issues;
}

function submit(github: Emulator, place: Repository, number: number): Issue {
  const person = github.as(`person-${number}`);
  const logo = { name: 'logo.svg', type: 'image/svg+xml', bytes: readFileSync(example.logo) };
  const body = bodyOf({ company: `Company No. ${number}`, logo: person.upload(place, logo) });
  return person.openIssue(place, { title: 'Add us', body }, ['powered-by']);
}

/** Somebody edits, gives a command, or merges what is open. */
async function meddle(github: Emulator, issue: Issue, number: number): Promise<void> {
  const [author, mary] = [github.as(issue.author.login), github.as('mary')];
  if (number % 5 === 0) {
    author.edit(issue, { body: issue.body.replace('40,000', '50,000') });
  } else if (number % 5 === 1) {
    author.comment(issue, '/poweredby help');
  } else if (number % 5 === 2) {
    mary.comment(issue, '/poweredby text zh 配送包裹的公司。');
  } else if (number % 40 === 3) {
    const open = github.pulls(issue.repository).filter(({ isOpen }) => isOpen);
    for (const pull of open.slice(0, 1)) {
      if (await github.isMergeable(pull)) await mary.merge(pull);
    }
  }
}

/** Notes when each submission's pull request is first seen. */
function watchPulls(github: Emulator, places: readonly Repository[]) {
  const opened = new Map<string, number>();
  const waits = new Map<string, number>();
  const keyOf = (place: Repository, issue: string) => `${place.id} ${issue}`;
  const look = () => {
    for (const place of places) {
      for (const { pull } of github.pulls(place)) {
        const key = keyOf(place, /issue-(\d+)$/.exec(pull?.headRefName ?? '')?.[1] ?? '');
        const since = opened.get(key);
        if (since !== undefined && !waits.has(key)) waits.set(key, performance.now() - since);
      }
    }
  };
  const timer = setInterval(look, 100);
  return {
    submitted: (issue: Issue) => {
      opened.set(keyOf(issue.repository, String(issue.number)), performance.now());
    },
    opened: () => waits.size,
    waits: () => [...waits.values()],
    last: () => Math.max(...[...waits].map(([key, wait]) => (opened.get(key) ?? 0) + wait)),
    stop: () => {
      look();
      clearInterval(timer);
    },
  };
}

async function restart(postgres: Postgres, after: number): Promise<void> {
  await setTimeout(after);
  await postgres.stop();
  await setTimeout(1_000);
  await postgres.start();
}

/** Adds the job that the queue adds by itself every quarter of an hour. */
async function sweep(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`select graphile_worker.add_job('poweredby-recurring', '{}'::json)`),
  );
}

/** Whether nothing is left to do. A job whose servers were killed three times stays in the database for an operator. */
async function isIdle({ github, url }: Stage): Promise<boolean> {
  await github.webhooks.settle();
  const { rows } = await withClient(url, (client) =>
    client.query(
      'select count(*)::int as jobs from graphile_worker.jobs where locked_at is not null or attempts < max_attempts',
    ),
  );
  return rows[0].jobs === 0;
}

async function until(isSo: () => boolean | Promise<boolean>, deadline: number): Promise<void> {
  while (performance.now() < deadline && !(await isSo())) await setTimeout(250);
}

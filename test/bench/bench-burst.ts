import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import {
  ask,
  type GithubReady,
  type GithubReport,
  next,
  type ServerReady,
  type ServerReport,
  start,
  type Webhook,
  type Webhooks,
} from './burst/messages.ts';
import { note, report } from './figures.ts';
import { stolenTime } from './stolen-time.ts';

/** A second. */
const rate = 200;

/** How long jobs are waited for, in seconds. */
const patience = 300;

/** A burst of webhooks upon the server, which does what they call for meanwhile, spaced as on GitHub. */
export async function benchBurst(): Promise<void> {
  console.log(`A burst of webhooks, ${rate} a second, upon the server in a process of its own`);
  const processes = [
    start(import.meta.resolve('./burst/github.ts')),
    start(import.meta.resolve('./burst/server.ts')),
  ];
  const [github, server] = processes;
  if (!github || !server) return;
  try {
    const [ready] = await Promise.all([next<GithubReady>(github), next(server)]);
    const { url } = await ask<ServerReady>(server, ready);
    const webhooks = await ask<Webhooks>(github);
    await ask<ServerReport>(server);
    const stolen = stolenTime();
    await burst(webhooks, [url]);
    note('processor time taken meanwhile by other machines', stolenTime() - stolen, 's');
    const seen = await ask<ServerReport>(server);
    reportHeld('meanwhile', seen);
    await awaitJobs(server, seen);
    server.kill();
    await reportGithub(github);
  } finally {
    for (const each of processes) each.kill();
  }
}

/** Sends webhooks to servers in turn, 200 a second, and reports how they were answered. */
export async function burst(webhooks: readonly Webhook[], urls: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const start = performance.now();
  const sent = webhooks.map(async (webhook, index) => {
    await setTimeout(Math.max(1, start + (index * 1000) / rate - performance.now()));
    return post(webhook, urls[index % urls.length] ?? '', agent);
  });
  const answers = await Promise.all(sent);
  agent.destroy();
  const times = answers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const at = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  note('webhooks', answers.length, '');
  note('sent and answered within', (performance.now() - start) / 1000, 's');
  report('not answered 202', answers.filter(({ status }) => status !== 202).length, 0);
  note('answered within, median', at(0.5), 'ms');
  report('answered within, p99, ms', at(0.99), 100);
  note('answered within, longest', at(1), 'ms');
}

interface Answered {
  /** 0 where none came. */
  readonly status: number;
  readonly milliseconds: number;
}

function post({ headers, body }: Webhook, url: string, agent: Agent): Promise<Answered> {
  const start = performance.now();
  return new Promise((resolve) => {
    const end = (status = 0) => resolve({ status, milliseconds: performance.now() - start });
    const length = Buffer.byteLength(body);
    const options = { method: 'POST', agent, headers: { ...headers, 'content-length': length } };
    request(url, options, (answer) => answer.resume().on('end', () => end(answer.statusCode)))
      .on('error', () => end())
      .end(body);
  });
}

function reportHeld(when: string, { held }: Pick<ServerReport, 'held'>): void {
  note(`event loop held up ${when}, longest`, held.longest, 'ms');
  report(`event loop held up ${when}: longest, ms of work`, held.longestWork, 150);
}

/** Jobs go on after the burst: GitHub asks for a second between requests, and logos are drawn one after the other. */
async function awaitJobs(server: ReturnType<typeof start>, first: ServerReport): Promise<void> {
  const start = performance.now();
  let seen = first;
  let { held } = first;
  note('jobs that wait or run when all are answered', seen.jobs, '');
  while (seen.jobs > 0 && performance.now() - start < patience * 1000) {
    await setTimeout(1000);
    seen = await ask<ServerReport>(server);
    held = {
      longest: Math.max(held.longest, seen.held.longest),
      longestWork: Math.max(held.longestWork, seen.held.longestWork),
    };
  }
  note('until all jobs were done', (performance.now() - start) / 1000, 's');
  report('jobs left', seen.jobs, 0);
  reportHeld('by all', { held });
  report('peak memory of the server, MiB', seen.memory, 400);
}

async function reportGithub(github: ReturnType<typeof start>): Promise<void> {
  const { submissions, pulls, requests, refused } = await ask<GithubReport>(github);
  report('pull requests missing', submissions - pulls, 0);
  note('requests to GitHub', requests, '');
  report('refused by GitHub’s limits', refused, 0);
  const ended = once(github, 'exit');
  github.send({});
  const [code] = await ended;
  report('GitHub’s schemas broken', Number(code !== 0), 0);
}

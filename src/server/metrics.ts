import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AppStats } from '../app/powered-by.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { secondsSince } from './http/health.ts';

/** What is counted, to be told of and to be shown. */
export interface Metrics {
  readonly telemetry: Telemetry;
  /** The media type of what `write` gives. */
  readonly contentType: string;
  /**
   * All figures in Prometheus's text format.
   *
   * @param stats how work is now, if that is known
   * @param isDatabaseAway whether there is a database, and it does not answer
   */
  write(stats?: AppStats, isDatabaseAway?: boolean): Promise<string>;
}

/** How many installations' rate limits are kept: the last that were told of. */
const mostInstallations = 100;

/** Starts counting, beside what Prometheus's client itself knows of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const submissions = new Counter({
    name: 'poweredby_submissions_total',
    help: 'Changes of the status of submissions, by the new status',
    labelNames: ['outcome'],
    registers,
  });
  const problems = new Counter({
    name: 'poweredby_problems_total',
    help: 'Problems that submitters were told of',
    labelNames: ['code'],
    registers,
  });
  const jobs = new Gauge({
    name: 'poweredby_jobs',
    help: 'Jobs that wait or run now',
    labelNames: ['state'],
    registers,
  });
  const oldestJob = new Gauge({
    name: 'poweredby_oldest_job_seconds',
    help: 'How long the oldest job waits that may run, by whether somebody waits for it',
    labelNames: ['urgency'],
    registers,
  });
  const paused = new Gauge({
    name: 'poweredby_paused_installations',
    help: 'Installations that GitHub limits at present',
    registers,
  });
  const failedIssues = new Gauge({
    name: 'poweredby_failed_issues',
    help: 'Issues whose last job failed',
    registers,
  });
  const deadJobs = new Gauge({
    name: 'poweredby_dead_jobs',
    help: 'Jobs in the database that ended each server that ran them',
    registers,
  });
  const servers = new Gauge({
    name: 'poweredby_servers',
    help: 'Servers that run jobs of the database',
    registers,
  });
  const databaseUp = new Gauge({
    name: 'poweredby_database_up',
    help: 'Whether the database answers; 1 where there is none',
    registers,
  });
  const jobsEnded = new Counter({
    name: 'poweredby_jobs_total',
    help: 'Jobs that ended',
    labelNames: ['result'],
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'poweredby_job_seconds',
    help: 'How long jobs ran',
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  const requests = new Counter({
    name: 'poweredby_github_requests_total',
    help: 'Requests to GitHub',
    labelNames: ['kind', 'status'],
    registers,
  });
  const logoSeconds = new Histogram({
    name: 'poweredby_logo_seconds',
    help: 'How long logos took to be drawn',
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const rateLimits = new Gauge({
    name: 'poweredby_rate_limit_remaining',
    help: 'Points that GitHub has left for an installation this hour',
    labelNames: ['installation'],
    registers,
  });
  // Shown as none before the first comes, rather than not at all.
  jobs.set({ state: 'waiting' }, 0);
  jobs.set({ state: 'running' }, 0);
  for (const result of ['done', 'failed']) jobsEnded.inc({ result }, 0);

  const installations = new Set<string>();
  const keepInstallation = (installation: string): void => {
    installations.delete(installation);
    installations.add(installation);
    const [oldest] = installations;
    if (oldest === undefined || installations.size <= mostInstallations) return;
    installations.delete(oldest);
    rateLimits.remove({ installation: oldest });
  };
  return {
    telemetry: {
      submission: (outcome) => submissions.inc({ outcome }),
      problem: (code) => problems.inc({ code }),
      jobsWaiting: (count) => jobs.set({ state: 'waiting' }, count),
      jobStarted: () => jobs.inc({ state: 'running' }),
      jobEnded: (result, seconds) => {
        jobs.dec({ state: 'running' });
        jobsEnded.inc({ result });
        jobSeconds.observe(seconds);
      },
      githubRequest: (kind, status) => requests.inc({ kind, status }),
      logo: (seconds) => logoSeconds.observe(seconds),
      rateLimit: (installation, remaining) => {
        keepInstallation(installation);
        rateLimits.set({ installation }, remaining);
      },
    },
    contentType: registry.contentType,
    write: (stats, isDatabaseAway = false) => {
      databaseUp.set(isDatabaseAway ? 0 : 1);
      if (stats?.shared) {
        jobs.set({ state: 'waiting' }, stats.waiting);
        servers.set(stats.shared.servers);
        deadJobs.set(stats.shared.dead);
      }
      if (stats) failedIssues.set(stats.failedIssues);
      const now = new Date();
      oldestJob.set({ urgency: 'asked' }, secondsSince(stats?.waitingSince, now));
      oldestJob.set({ urgency: 'background' }, secondsSince(stats?.backgroundSince, now));
      paused.set(stats?.pausedInstallations ?? 0);
      return registry.metrics();
    },
  };
}

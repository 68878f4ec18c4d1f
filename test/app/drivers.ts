import { jobsForRun } from '../../src/action/jobs-for-run.ts';
import { runAction } from '../../src/action/run-action.ts';
import type { PoweredBy, PoweredByOptions } from '../../src/app/powered-by.ts';
import type { ProbotSettings } from '../../src/app/probot/create-probot.ts';
import type { Delivery } from '../../src/app/receive-delivery.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Repository } from '../../src/emulator/world/model.ts';
import { workflowRuns } from '../action/workflow-condition.ts';

/**
 * By what a repository is served: the App's server, or runs of the Action with the token of a workflow, with a key or without,
 * with that of an app of the project's own, or with that of a person.
 */
export const drivers = [
  'app',
  'action',
  'action with a key',
  'action with the token of an app',
  'action with the token of a person',
] as const;
export type Driver = (typeof drivers)[number];

/** Those that tests of many lives use: with a key, the Action believes what the App does. */
export const bothDrivers = ['app', 'action'] as const satisfies readonly Driver[];

/** What tests need of whatever serves a repository. */
export type Served = Pick<
  PoweredBy,
  'receive' | 'idle' | 'stats' | 'stop' | 'sweep' | 'lastSweep' | 'keepSweeping'
>;

/** Whose token runs have that have a person's. */
export const tokenOwner = 'poppy';

/** What `init --action` asks for. */
export const workflowPermissions = {
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
} as const;

type RunOptions = Pick<PoweredByOptions, 'downloads' | 'drawnLogos' | 'clock' | 'logger'> &
  Pick<ProbotSettings, 'fetch'>;

/**
 * Runs the Action as GitHub does: for each event that passes the workflow's `if`, one run after the other, each with nothing in its
 * memory. One run waits in the line; another that comes takes its place, and it is lost.
 */
export class ActionRuns implements Served {
  readonly #github: Emulator;
  readonly #repository: Repository;
  readonly #key: string | undefined;
  readonly #token: () => Promise<string> | string;
  readonly #options: RunOptions;
  #waiting: Delivery | 'schedule' | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #hasLost = false;

  constructor(
    github: Emulator,
    repository: Repository,
    key: string | undefined,
    token: () => Promise<string> | string,
    options: RunOptions,
  ) {
    this.#github = github;
    this.#repository = repository;
    this.#key = key;
    this.#token = token;
    this.#options = options;
  }

  async receive(delivery: Delivery): Promise<boolean> {
    const { installation: _, ...payload } = delivery.payload as Record<string, unknown>;
    const event = { ...delivery, payload };
    if (!this.#isStopped && workflowRuns(event.name, payload)) this.#enter(event);
    return true;
  }

  /** What the workflow's schedule does. */
  async sweep(): Promise<void> {
    this.#enter('schedule');
    await this.#running;
  }

  async keepSweeping(): Promise<void> {}

  lastSweep(): Date {
    return new Date();
  }

  async idle(): Promise<void> {
    while (this.#running) await this.#running;
    // What was lost is found by the next run: that of the schedule, at the latest.
    if (!this.#hasLost) return;
    this.#hasLost = false;
    await this.sweep();
    await this.idle();
  }

  async stats() {
    const running = this.#running ? 1 : 0;
    return {
      waiting: this.#waiting ? 1 : 0,
      running,
      pausedInstallations: 0,
      failedIssues: 0,
    };
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#waiting = undefined;
  }

  #enter(event: Delivery | 'schedule'): void {
    if (this.#waiting) this.#hasLost = true;
    this.#waiting = event;
    this.#running ??= this.#serve().finally(() => {
      this.#running = undefined;
    });
  }

  async #serve(): Promise<void> {
    for (let next = this.#waiting; next && !this.#isStopped; next = this.#waiting) {
      this.#waiting = undefined;
      await this.#run(next);
    }
  }

  async #run(event: Delivery | 'schedule'): Promise<void> {
    const repository = { owner: this.#repository.owner.login, name: this.#repository.name };
    const task =
      event === 'schedule'
        ? { isSweep: true }
        : { event: { name: event.name, payload: event.payload as Record<string, unknown> } };
    const report = await runAction({
      ...this.#options,
      repository,
      token: await this.#token(),
      key: this.#key,
      githubApiUrl: this.#github.url,
      jobs: jobsForRun(repository, task),
      isDryRun: false,
      patience: 10 * 60_000,
      retryRequests: false,
      requestSpacing: 0,
    });
    for (const failure of report.failures) this.#options.logger.warn('A run failed', { failure });
  }
}

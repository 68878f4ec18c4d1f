import type { Context, Probot } from 'probot';
import type { DownloadOptions } from '../download/download-logo.ts';
import { InProcessQueue } from '../queue/in-process-queue.ts';
import { githubRateLimits, type RateLimit } from '../queue/limits/rate-limiter.ts';
import type { CreateQueue, Queue, QueueStats } from '../queue/queue.ts';
import { inProcessState, type SharedState } from '../queue/shared-state.ts';
import { backgroundPriority, type RepositoryJob } from '../reconcile/jobs/job.ts';
import { Reconciler } from '../reconcile/jobs/reconciler.ts';
import { ConfigurationCache } from '../reconcile/observe/configuration-cache.ts';
import { KnownWriters } from '../reconcile/observe/writers/known-writers.ts';
import type { DrawnLogos } from '../reconcile/prepare/drawings.ts';
import { LogoLoader } from '../reconcile/prepare/logo-loader.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { Admission } from './admission.ts';
import { type AppJob, mergeAppJobs, sweepJob } from './app-job.ts';
import { GithubApp } from './github-app.ts';
import { InstallationGate } from './installation-gate.ts';
import { JobWorker } from './job-worker.ts';
import { notingQuota } from './noting-quota.ts';
import { Onboarding } from './onboarding/onboarding.ts';
import type { OnboardingJob } from './onboarding/onboarding-job.ts';
import { PersonThrottle } from './person-throttle.ts';
import type { PullCheckJob } from './pull-check/pull-check-job.ts';
import { PullChecks } from './pull-check/pull-checks.ts';
import { type Delivery, DeliveryReceiver } from './receive-delivery.ts';
import { Sweeper, sweepCron } from './sweep/sweeper.ts';
import { warmUp } from './warm-up-app.ts';

/** How the app is run. */
export interface PoweredByOptions {
  readonly telemetry: Telemetry;
  readonly logger: Logger;
  /** From where logos come; GitHub, unless told otherwise. */
  readonly downloads?: DownloadOptions;
  /** Logos that were drawn already, for apps that share them. */
  readonly drawnLogos?: DrawnLogos;
  readonly clock?: Clock;
  /** How long a job waits for its logo to be drawn before others go first, in milliseconds; 2,000, if left out. */
  readonly drawingPatience?: number;
  /** Whether who asks for the same again and again has to wait; so, unless there is nobody to be spared. */
  readonly throttlePersons?: boolean;
  /** Makes the queue; one in this process's memory, if left out. */
  readonly createQueue?: CreateQueue<AppJob>;
  /** What is kept between jobs; this process's memory, if left out. */
  readonly state?: SharedState;
  /** How many requests may write in a time, for an installation: of that memory; GitHub's limits, if left out. */
  readonly rateLimits?: readonly RateLimit[];
  /** Milliseconds between two requests of an installation: of that memory; as GitHub asks for, if left out. */
  readonly requestSpacing?: number;
}

/** The state of the app's work. */
export interface AppStats extends QueueStats {
  /** How many installations GitHub limits at present. */
  readonly pausedInstallations: number;
  /** How many issues the last job failed for. */
  readonly failedIssues: number;
}

/** The events that call for something. GitHub sends the last four to every app with these permissions. */
const events = [
  'issues',
  'issue_comment',
  'pull_request',
  'push',
  'check_run',
  'check_suite',
  'installation',
  'installation_repositories',
] as const;

type HandledEvent = (typeof events)[number];

/**
 * The app: Probot receives webhooks, and jobs for them are queued and run. A webhook is only a hint of where to look, and of how
 * recent the data has to be; if one is lost, the sweep finds what it was about.
 */
export class PoweredBy {
  readonly #probot: Probot;
  readonly #queue: Queue<AppJob>;
  readonly #worker: JobWorker;
  readonly #sweeper: Sweeper;
  readonly #receiver: DeliveryReceiver;
  readonly #state: SharedState;
  readonly #logger: Logger;
  readonly #receiving = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  /** Registers its handlers with a Probot, and begins to run what they queue. */
  constructor(probot: Probot, options: PoweredByOptions) {
    const { telemetry, logger, clock = systemClock, downloads = {}, drawingPatience } = options;
    const { drawnLogos, throttlePersons = true, rateLimits = githubRateLimits } = options;
    const spacing = options.requestSpacing;
    const memory = { clock, rateLimits, ...(spacing !== undefined && { requestSpacing: spacing }) };
    const { state = inProcessState(memory) } = options;
    const createQueue = options.createQueue ?? ((given) => new InProcessQueue(given));
    this.#state = state;
    this.#probot = probot;
    this.#logger = logger;
    warmUp(logger);
    const github = new GithubApp(
      probot,
      notingQuota(telemetry, state),
      (installation, priority) =>
        new InstallationGate(state, logger, { key: String(installation), priority }),
    );
    const admission = new Admission(state);
    const configurations = new ConfigurationCache(clock, state.memory('configuration'));
    const writers = new KnownWriters();
    const patience = drawingPatience === undefined ? {} : { patience: drawingPatience };
    const drawing = { ...patience, ...(drawnLogos && { drawn: drawnLogos }) };
    const client = (job: RepositoryJob | OnboardingJob | PullCheckJob) =>
      github.clientFor(job, () => admission.countWrite(job));
    const reconciler = new Reconciler({
      client,
      configurations,
      logos: new LogoLoader(downloads, telemetry, { clock, ...drawing }),
      writers,
      clock,
      telemetry,
      logger,
      state,
    });
    const queue = () => this.#queue;
    const onboarding = new Onboarding({ memory: state.memory('onboarding-over'), client, logger });
    const pullChecks = new PullChecks({
      memory: state.memory('checked-pull'),
      client,
      configurations,
      bot: () => github.bot(),
      clock,
      logger,
    });
    const worker = new JobWorker({
      reconciler,
      pullChecks,
      sweeper: () => this.#sweeper,
      onboarding,
      isConfigured: (job) => !configurations.isMissing(job),
      admission,
      queue,
      clock,
      logger,
    });
    this.#worker = worker;
    this.#queue = createQueue({
      run: (job) => worker.run(job),
      merge: mergeAppJobs,
      recurring: { cron: sweepCron, job: sweepJob },
      admit: (job) => admission.admit(job),
      background: backgroundPriority,
      clock,
      onFailure: (job, error) => worker.onFailure(job, error),
      telemetry,
    });
    const common = { github, queue: this.#queue, logger };
    const { sweepTimes } = state;
    this.#sweeper = new Sweeper({ ...common, configurations, onboarding, clock, sweepTimes });
    this.#receiver = new DeliveryReceiver({
      ...common,
      sweeper: this.#sweeper,
      onboarding,
      admission,
      acknowledgements: new Acknowledgements((job, id) => reconciler.acknowledge(job, id)),
      personThrottle: throttlePersons ? new PersonThrottle(writers, state, clock) : undefined,
    });
    probot.on([...events], ({ id, name, payload }: Context<HandledEvent>) =>
      this.#receiver.receive({ id, name, payload }),
    );
  }

  /**
   * Takes a delivery of our own server, whose signature was checked, and hands it to Probot's handlers.
   *
   * @returns whether its jobs are stored, which run later; if not, the sweep finds what it was about
   */
  async receive(delivery: Delivery): Promise<boolean> {
    const name = events.find((each) => each === delivery.name);
    if (name === undefined) return true;
    // Probot's type wants the payload of each event; `jobsForWebhook` checks ours.
    const receiving = this.#probot.receive({ ...delivery, name } as Parameters<
      Probot['receive']
    >[0]);
    const ended = receiving.catch(() => {}).finally(() => this.#receiving.delete(ended));
    this.#receiving.add(ended);
    try {
      await receiving;
      return true;
    } catch (error) {
      const what = { delivery: delivery.id, event: name, error };
      this.#logger.warn('A webhook could not be handled; the next sweep retries it', what);
      return false;
    }
  }

  /** Looks everywhere for what is due or was missed: adds a job for each configured repository. */
  sweep(): Promise<void> {
    return this.#sweeper.sweep();
  }

  /** Sweeps now and every 15 minutes, until the app is stopped. */
  keepSweeping(): Promise<void> {
    return this.#sweeper.keepSweeping(this.#stopping.signal);
  }

  /** When a sweep last came to its end: one of this process, or of another one when `stats` was last called. */
  lastSweep(): Date | undefined {
    return this.#sweeper.lastSweep;
  }

  /** How many jobs wait and run, since when, and what holds them up. @throws Error where a database is away */
  async stats(): Promise<AppStats> {
    const { pauses, failedIssues } = this.#state;
    const [queue, paused, failed] = await Promise.all([
      this.#queue.stats(),
      pauses.count(),
      failedIssues.count(),
      this.#sweeper.findLastSweep(),
    ]);
    return { ...queue, pausedInstallations: paused, failedIssues: failed };
  }

  /** Resolves when everything that came in is done. */
  async idle(): Promise<void> {
    for (;;) {
      await Promise.all(this.#receiving);
      await this.#receiver.idle();
      await this.#queue.idle();
      await this.#worker.idle();
      const { waiting, running } = await this.stats();
      if (this.#receiving.size + waiting + running === 0) return;
    }
  }

  /**
   * Takes no more.
   *
   * @param milliseconds how long running jobs are waited for at most; the sweep finds what they leave
   */
  async stop(milliseconds: number): Promise<void> {
    this.#stopping.abort();
    await this.#queue.stop(milliseconds);
  }
}

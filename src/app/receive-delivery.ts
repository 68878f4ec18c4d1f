import type { Queue } from '../queue/queue.ts';
import type { RepositoryJob } from '../reconcile/jobs/job.ts';
import { isAsked } from '../reconcile/jobs/job.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { Admission } from './admission.ts';
import { type AppJob, installationJob } from './app-job.ts';
import type { GithubApp } from './github-app.ts';
import { jobsForWebhook, type WebhookWork } from './jobs-for-webhook.ts';
import type { Onboarding } from './onboarding/onboarding.ts';
import { onboardingJob } from './onboarding/onboarding-job.ts';
import type { PersonThrottle } from './person-throttle.ts';
import { checksForWebhook } from './pull-check/checks-for-webhook.ts';
import type { Sweeper } from './sweep/sweeper.ts';

/** A webhook whose signature was checked. */
export interface Delivery {
  /** GitHub's `X-GitHub-Delivery`; the same when it is delivered again. */
  readonly id: string;
  /** The event: `X-GitHub-Event`. */
  readonly name: string;
  readonly payload: object;
}

/** What deliveries are received with. */
export interface DeliveryReceiverOptions {
  readonly github: GithubApp;
  readonly queue: Pick<Queue<AppJob>, 'add' | 'isShared'>;
  readonly sweeper: Sweeper;
  readonly onboarding: Pick<Onboarding, 'forget'>;
  readonly admission: Admission;
  readonly acknowledgements: Acknowledgements;
  /** Undefined where nobody has to be spared. */
  readonly personThrottle: PersonThrottle | undefined;
  readonly logger: Logger;
}

/** Receives deliveries: names the jobs that each calls for, and stores them. */
export class DeliveryReceiver {
  readonly #options: DeliveryReceiverOptions;
  readonly #background = new Set<Promise<void>>();

  constructor(options: DeliveryReceiverOptions) {
    this.#options = options;
  }

  /** Resolves once the delivery's jobs are stored; they run later. @throws Error where they are not: the sweep finds them */
  async receive(delivery: Delivery): Promise<void> {
    const { github, queue, sweeper, onboarding } = this.#options;
    const bot = await github.bot();
    const work = jobsForWebhook(delivery.name, delivery.payload, bot);
    const jobs = await this.#throttled(work);
    const { command, installed, setup } = work;
    const all = installed && !installed.repositories && queue.isShared;
    await queue.add(
      ...jobs,
      ...(all ? [installationJob(installed.installation, installed.isNew)] : []),
      ...(setup ? [onboardingJob(setup, false)] : []),
      ...checksForWebhook(delivery.name, delivery.payload, bot),
    );
    const [job] = jobs;
    if (job && command !== undefined) this.#begin(delivery, this.#acknowledge(job, command));
    if (installed && !all) {
      const { installation, repositories, isNew } = installed;
      if (isNew) for (const each of repositories ?? []) await onboarding.forget(each);
      const sweep = repositories
        ? sweeper.sweepSome(installation, repositories, isNew)
        : sweeper.sweepInstallation(installation, isNew).then(() => {});
      this.#begin(delivery, sweep);
    }
  }

  /** Resolves when what deliveries began beside their jobs is done. */
  async idle(): Promise<void> {
    while (this.#background.size > 0) await Promise.all(this.#background);
    await this.#options.acknowledgements.idle();
  }

  async #throttled(work: WebhookWork): Promise<readonly RepositoryJob[]> {
    const { personThrottle } = this.#options;
    const { person, command } = work;
    // A repository's own webhook names no installation: nothing can be done there.
    const jobs = work.jobs.filter(({ installation }) => installation !== undefined);
    if (!person || !personThrottle) return jobs;
    const isCommand = command !== undefined;
    return Promise.all(jobs.map((job) => personThrottle.throttle(job, person, isCommand)));
  }

  /** Shows that a command was seen, where its job comes soon, and what others have to say has room beside it. */
  async #acknowledge(job: RepositoryJob, command: string): Promise<void> {
    const { admission, acknowledgements } = this.#options;
    if (isAsked(job) && (await admission.hasRoom(job))) acknowledgements.add(job, command);
  }

  /** Does what the answer to a delivery does not wait for. */
  #begin({ id, name }: Delivery, work: Promise<void>): void {
    const begun = work
      .catch((error: unknown) => {
        const what = { delivery: id, event: name, error };
        this.#options.logger.warn(
          'A webhook could not be handled; the next sweep retries it',
          what,
        );
      })
      .finally(() => this.#background.delete(begun));
    this.#background.add(begun);
  }
}

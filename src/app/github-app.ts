import type { Probot } from 'probot';
import { GithubClient } from '../github/client/github-client.ts';
import type { Octokit } from '../github/client/octokit.ts';
import { openGate, type RequestGate } from '../github/client/request-gate.ts';
import { backgroundPriority, type RepositoryJob } from '../reconcile/jobs/job.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** Gives the gate of an installation for requests of an urgency, which is a job's priority. */
type GateOf = (installation: number, priority: number) => RequestGate;

/** The app as it speaks to GitHub, through Probot's authentication. */
export class GithubApp {
  readonly #probot: Pick<Probot, 'auth'>;
  readonly #telemetry: Telemetry;
  readonly #gateOf: GateOf;
  #bot: Promise<string> | undefined;

  /** @param gateOf an open gate for all, if left out */
  constructor(probot: Pick<Probot, 'auth'>, telemetry: Telemetry, gateOf: GateOf = () => openGate) {
    this.#probot = probot;
    this.#telemetry = telemetry;
    this.#gateOf = gateOf;
  }

  /**
   * A client for what an installation may see.
   *
   * @param onWrite is called before each request that writes
   * @param priority as a job's; that of what nobody waits for, if left out
   */
  async client(
    installation: number,
    onWrite: () => void,
    priority: number = backgroundPriority,
  ): Promise<GithubClient> {
    const gate = this.#gateOf(installation, priority);
    return this.#clientOf(await this.#probot.auth(installation), installation, { onWrite, gate });
  }

  /** A client for a job's installation. @throws RangeError for a job that names no installation */
  clientFor(
    { installation, priority }: Pick<RepositoryJob, 'installation' | 'priority'>,
    onWrite: () => void,
  ): Promise<GithubClient> {
    if (installation === undefined) throw new RangeError('A job of the app has an installation');
    return this.client(installation, onWrite, priority);
  }

  /** A client for the app itself, which may list where it is installed and no more. */
  async appClient(): Promise<GithubClient> {
    const gate = this.#gateOf(0, 0);
    return this.#clientOf(await this.#probot.auth(), 0, { onWrite: () => {}, gate });
  }

  /** Our own login, as webhooks name it. Asked for once. @throws RequestFailed */
  bot(): Promise<string> {
    this.#bot ??= this.#readBot();
    // What failed is asked again the next time.
    this.#bot.catch(() => {
      this.#bot = undefined;
    });
    return this.#bot;
  }

  async #readBot(): Promise<string> {
    const client = await this.appClient();
    const { data } = await client.rest('GET /app');
    return `${(data as { readonly slug: string }).slug}[bot]`;
  }

  #clientOf(
    octokit: Octokit,
    installation: number,
    how: { readonly onWrite: () => void; readonly gate: RequestGate },
  ): GithubClient {
    return new GithubClient(octokit, { telemetry: this.#telemetry, installation, ...how });
  }
}

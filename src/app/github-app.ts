import type { Probot } from 'probot';
import { GithubClient } from '../github/client/github-client.ts';
import type { Octokit } from '../github/client/octokit.ts';
import type { RepositoryJob } from '../reconcile/jobs/job.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** The app as it speaks to GitHub, through Probot's authentication. */
export class GithubApp {
  readonly #probot: Pick<Probot, 'auth'>;
  readonly #telemetry: Telemetry;
  #bot: Promise<string> | undefined;

  constructor(probot: Pick<Probot, 'auth'>, telemetry: Telemetry) {
    this.#probot = probot;
    this.#telemetry = telemetry;
  }

  /** A client for what an installation may see. @param onWrite is called before each request that writes */
  async client(installation: number, onWrite: () => void): Promise<GithubClient> {
    return this.#clientOf(await this.#probot.auth(installation), installation, onWrite);
  }

  /** A client for a job's repository. @throws RangeError for a job that names no installation */
  clientFor({ installation }: RepositoryJob, onWrite: () => void): Promise<GithubClient> {
    if (installation === undefined) throw new RangeError('A job of the app has an installation');
    return this.client(installation, onWrite);
  }

  /** A client for the app itself, which may list where it is installed and no more. */
  async appClient(): Promise<GithubClient> {
    return this.#clientOf(await this.#probot.auth(), 0, () => {});
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

  #clientOf(octokit: Octokit, installation: number, onWrite: () => void): GithubClient {
    return new GithubClient(octokit, { telemetry: this.#telemetry, installation, onWrite });
  }
}

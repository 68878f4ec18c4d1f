import { Probot, ProbotOctokit } from 'probot';
import { GithubClient } from '../github/client/github-client.ts';
import type { Octokit } from '../github/client/octokit.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { probotLog } from './probot-log.ts';

/** How GitHub knows the app. */
export interface GithubAppOptions {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Of GitHub's REST API, without a slash at its end. */
  readonly githubApiUrl: string;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /**
   * Whether Octokit spaces requests as GitHub asks for, and sends reading ones again where GitHub stumbles; so, unless a
   * test has no time for it.
   */
  readonly isPatient?: boolean;
  /** Sends requests, in the place of Node's own `fetch`. */
  readonly fetch?: typeof fetch;
}

/** How long an answer is waited for, in milliseconds: GitHub itself gives up after ten seconds. */
const patience = 30_000;

/** The app as it speaks to GitHub, through Probot. */
export class GithubApp {
  readonly probot: Probot;
  readonly #telemetry: Telemetry;
  #bot: Promise<string> | undefined;

  constructor(options: GithubAppOptions) {
    const { appId, privateKey, webhookSecret, githubApiUrl, logger, telemetry } = options;
    this.#telemetry = telemetry;
    this.probot = new Probot({
      appId,
      privateKey,
      secret: webhookSecret,
      baseUrl: githubApiUrl,
      log: probotLog(logger),
      request: { fetch: withDeadline(options.fetch ?? fetch) },
      Octokit: octokitFor(githubApiUrl, options.isPatient ?? true),
    });
  }

  /** A client for what an installation may see. @param onWrite is called before each request that writes */
  async client(installation: number, onWrite: () => void): Promise<GithubClient> {
    return this.#clientOf(await this.probot.auth(installation), installation, onWrite);
  }

  /** A client for the app itself, which may list where it is installed and no more. */
  async appClient(): Promise<GithubClient> {
    return this.#clientOf(await this.probot.auth(), 0, () => {});
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

function withDeadline(send: typeof fetch): typeof fetch {
  return (address, options = {}) => {
    const deadline = AbortSignal.timeout(patience);
    const { signal } = options;
    return send(address, {
      ...options,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
  };
}

/** Octokit with the options that Probot has no setting for. They have to be given as a function, or are lost. */
function octokitFor(baseUrl: string, isPatient: boolean): typeof ProbotOctokit {
  return ProbotOctokit.defaults((given: OctokitOptions) => {
    // Probot asks GitHub itself for tokens where the app is registered with a GitHub of one's own.
    const request = given.auth?.request?.defaults({ baseUrl });
    const auth = { ...given.auth, ...(request !== undefined && { request }) };
    const throttle = {
      ...given.throttle,
      onRateLimit: maySendAgain,
      onSecondaryRateLimit: maySendAgain,
    };
    const impatient = {
      throttle: { ...given.throttle, enabled: false },
      retry: { enabled: false },
    };
    return { ...given, auth, throttle, ...(isPatient ? {} : impatient) };
  });
}

/** In seconds: whoever waits longer had better begin anew. */
const longestPause = 60;

/** Where GitHub has had enough of us, what reads waits; of what writes, a part may have had its effect already. */
function maySendAgain(seconds: number, { request }: LimitedRequest, { log }: Limited): boolean {
  log.warn({ seconds }, 'GitHub answers no more requests for a time');
  return request.retries !== 0 && seconds <= longestPause;
}

interface LimitedRequest {
  readonly request: { readonly retries?: number };
}

interface Limited {
  readonly log: { warn(data: object, message: string): void };
}

/** What is looked at of Octokit's options. */
interface OctokitOptions {
  readonly auth?: {
    readonly request?: { defaults(options: { readonly baseUrl: string }): object };
  };
  readonly throttle?: object;
}

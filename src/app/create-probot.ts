import { Probot, ProbotOctokit } from 'probot';
import type { Logger } from '../telemetry/logger.ts';
import { probotLog } from './probot-log.ts';

/** How GitHub knows the app, and how it is spoken to. */
export interface ProbotSettings {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Of GitHub's REST API, without a slash at its end. */
  readonly githubApiUrl: string;
  readonly logger: Logger;
  /**
   * Whether Octokit spaces requests as GitHub asks for, and sends reading ones again where GitHub stumbles; so, unless a
   * test has no time for it.
   */
  readonly throttleRequests?: boolean;
  /** Sends requests, in the place of Node's own `fetch`. */
  readonly fetch?: typeof fetch;
}

/** How long an answer is waited for, in milliseconds: GitHub itself gives up after ten seconds. */
const timeout = 30_000;

/** Makes the Probot of our own server: with time limits, our log, and GitHub Enterprise Server. */
export function createProbot(settings: ProbotSettings): Probot {
  const { appId, privateKey, webhookSecret, githubApiUrl, logger } = settings;
  return new Probot({
    appId,
    privateKey,
    secret: webhookSecret,
    baseUrl: githubApiUrl,
    log: probotLog(logger),
    request: { fetch: withTimeout(settings.fetch ?? fetch) },
    Octokit: octokitFor(githubApiUrl, settings.throttleRequests ?? true),
  });
}

function withTimeout(send: typeof fetch): typeof fetch {
  return (address, options = {}) => {
    const timedOut = AbortSignal.timeout(timeout);
    const { signal } = options;
    return send(address, {
      ...options,
      signal: signal ? AbortSignal.any([signal, timedOut]) : timedOut,
    });
  };
}

/** Octokit with the options that Probot has no setting for. As an object they would be overwritten by Probot's own. */
function octokitFor(baseUrl: string, throttleRequests: boolean): typeof ProbotOctokit {
  return ProbotOctokit.defaults((given: OctokitOptions) => {
    // Probot asks GitHub itself for tokens where the app is registered with a GitHub of one's own.
    const request = given.auth?.request?.defaults({ baseUrl });
    const auth = { ...given.auth, ...(request !== undefined && { request }) };
    if (!throttleRequests) {
      return { ...given, auth, throttle: { enabled: false }, retry: { enabled: false } };
    }
    const limits = { onRateLimit: mayRetry, onSecondaryRateLimit: mayRetry };
    return { ...given, auth, throttle: { ...given.throttle, ...limits } };
  });
}

/** In seconds: a request that would wait longer fails, and its job is retried. */
const longestDelay = 60;

/** Where GitHub has had enough of us, what reads waits; of what writes, a part may have had its effect already. */
function mayRetry(seconds: number, { request }: LimitedRequest, { log }: Limited): boolean {
  log.warn({ seconds }, 'GitHub answers no more requests for a time');
  return request.retries !== 0 && seconds <= longestDelay;
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

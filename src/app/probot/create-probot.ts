import { Probot } from 'probot';
import type { Logger } from '../../telemetry/logger.ts';
import { octokitFor, withTimeout } from './octokit-for.ts';
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
  /** Whether Octokit sends reading requests again where GitHub stumbles; so, unless a test has no time for it. */
  readonly retryRequests?: boolean;
  /** Sends requests, in the place of Node's own `fetch`. */
  readonly fetch?: typeof fetch;
}

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
    Octokit: octokitFor(githubApiUrl, settings.retryRequests ?? true),
  });
}

import { ProbotOctokit } from 'probot';

/** How long an answer is waited for, in milliseconds: GitHub itself gives up after ten seconds. */
const timeout = 30_000;

/** Gives up on an answer that does not come. */
export function withTimeout(send: typeof fetch): typeof fetch {
  return (address, options = {}) => {
    const timedOut = AbortSignal.timeout(timeout);
    const { signal } = options;
    return send(address, {
      ...options,
      signal: signal ? AbortSignal.any([signal, timedOut]) : timedOut,
    });
  };
}

/** What no repetition changes: Octokit's own list, and that GitHub limits us, for which the app waits itself. */
const doNotRetry = [400, 401, 403, 404, 410, 422, 429, 451];

/**
 * Octokit with the options that Probot has no setting for. As an object they would be overwritten by Probot's own. Its
 * throttling is off: it lets requests wait in their order, sleeps with a request where GitHub limits us, and does not know
 * GitHub's newer words for that. The app spaces requests by their urgency, and gives back jobs that met a limit.
 */
export function octokitFor(baseUrl: string, retryRequests: boolean): typeof ProbotOctokit {
  return ProbotOctokit.defaults((given: OctokitOptions) => {
    // Probot asks GitHub itself for tokens where the app is registered with a GitHub of one's own.
    const request = given.auth?.request?.defaults({ baseUrl });
    const auth = { ...given.auth, ...(request !== undefined && { request }) };
    const retry = retryRequests ? { doNotRetry } : { enabled: false };
    return { ...given, auth, throttle: { enabled: false }, retry };
  });
}

/** What is looked at of Octokit's options. */
interface OctokitOptions {
  readonly auth?: {
    readonly request?: { defaults(options: { readonly baseUrl: string }): object };
  };
}

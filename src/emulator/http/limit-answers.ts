import type { Installation } from '../world/model.ts';
import type { Exceeded, Limits, Resource } from './limits.ts';
import type { ApiAnswer } from './server.ts';

/** How GitHub says that a limit is exceeded. Its documentation leaves both open for GraphQL. */
export interface LimitWords {
  /** The type of a GraphQL error for the hourly limit: `RATE_LIMIT` in answers of 2026, `RATE_LIMITED` in older ones. */
  readonly primaryType: 'RATE_LIMIT' | 'RATE_LIMITED';
  /** HTTP's status for a secondary limit of GraphQL. REST has 403. */
  readonly secondaryStatus: 200 | 403;
}

/** What holds where nothing else is said. */
export const githubLimitWords: LimitWords = { primaryType: 'RATE_LIMIT', secondaryStatus: 403 };

/** The headers in which GitHub reports an installation's limits: seconds are of its own clock. */
export function limitHeaders(
  limits: Limits,
  installation: Installation,
  resource: Resource,
): Readonly<Record<string, string>> {
  const { limit, used, remaining, reset } = limits.standing(installation, resource);
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-used': String(used),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': resource,
  };
}

/** GitHub's answer to who exceeds a limit. */
export function limitAnswer(
  limits: Limits,
  installation: Installation,
  resource: Resource,
  exceeded: Exceeded,
  words: LimitWords,
): ApiAnswer {
  const headers = limitHeaders(limits, installation, resource);
  if (exceeded.kind === 'secondary') {
    const message =
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    const told = { ...headers, 'retry-after': String(exceeded.retryAfter) };
    return resource === 'graphql' && words.secondaryStatus === 200
      ? { status: 200, headers: told, body: { errors: [{ type: 'RATE_LIMITED', message }] } }
      : { status: 403, headers: told, body: { message } };
  }
  const told = { ...headers, 'x-ratelimit-remaining': '0' };
  const whose = `for installation ID ${installation.id}.`;
  if (resource === 'core') {
    return { status: 403, headers: told, body: { message: `API rate limit exceeded ${whose}` } };
  }
  const type = words.primaryType;
  const code = type === 'RATE_LIMIT' ? { code: 'graphql_rate_limit' } : {};
  const message = `API rate limit already exceeded ${whose}`;
  return { status: 200, headers: told, body: { errors: [{ type, ...code, message }] } };
}

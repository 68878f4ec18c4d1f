import * as z from 'zod';

/**
 * A limit of GitHub's that was met: the hourly one, a secondary one (too much in a short time), or too much content
 * "submitted too quickly".
 */
export interface GithubLimit {
  readonly kind: 'primary' | 'secondary' | 'content';
  /** For how long GitHub asks to send nothing, in milliseconds; undefined where it does not say. */
  readonly retryAfter: number | undefined;
}

/** GitHub limits the installation: the request was refused, or not sent at all. What came before it may have had its effect. */
export class Limited extends Error {
  override readonly name = 'Limited';
  readonly limit: GithubLimit;

  constructor(limit: GithubLimit, cause?: unknown) {
    super(`GitHub limits the installation: ${limit.kind}`, { cause });
    this.limit = limit;
  }
}

const text = z.string().optional().catch(undefined);
const number = z.coerce.number().optional().catch(undefined);

const headersShape = z.object({
  date: text,
  'retry-after': number,
  'x-ratelimit-remaining': text,
  'x-ratelimit-reset': number,
});

const errorsShape = z.array(z.object({ type: z.string().optional(), message: z.string() }));

/** Where an answer is in what Octokit throws: of REST, of GraphQL, and of GraphQL where its throttling plugin threw. */
const thrownShape = z.object({
  message: z.string(),
  status: z.number().optional(),
  headers: headersShape.optional().catch(undefined),
  errors: errorsShape.optional().catch(undefined),
  response: z
    .object({
      headers: headersShape.optional().catch(undefined),
      data: z.object({ errors: errorsShape }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/**
 * Reads the limit in what Octokit threw, if it is one. GraphQL says it with HTTP's 200, by the type or the message of an error:
 * `RATE_LIMIT` today, `RATE_LIMITED` before (octokit/plugin-throttling.js#824), "was submitted too quickly"
 * (cli/cli#4801). REST says it with 403 or 429, headers and a message.
 */
export function limitIn(thrown: unknown): GithubLimit | undefined {
  const { data: error } = thrownShape.safeParse(thrown);
  if (!error) return undefined;
  const { status, response, message } = error;
  const headers: Headers = error.headers ?? response?.headers ?? {};
  const errors = error.errors ?? response?.data?.errors ?? [];
  const retryAfter = retryAfterIn(headers);
  if (errors.length > 0) {
    const limited = errors.find(({ type }) => type === 'RATE_LIMIT' || type === 'RATE_LIMITED');
    const isSecondary = errors.some((each) => saysSecondary(each.message));
    if (isSecondary) return { kind: 'secondary', retryAfter };
    if (limited) return { kind: 'primary', retryAfter: retryAfter ?? resetIn(headers) };
    const isTooQuick = errors.some((each) => /submitted too quickly/i.test(each.message));
    return isTooQuick ? { kind: 'content', retryAfter } : undefined;
  }
  if (status !== 403 && status !== 429) return undefined;
  if (saysSecondary(message)) return { kind: 'secondary', retryAfter };
  if (headers['x-ratelimit-remaining'] === '0' || /\brate limit\b/i.test(message)) {
    return { kind: 'primary', retryAfter: retryAfter ?? resetIn(headers) };
  }
  return status === 429 || retryAfter !== undefined ? { kind: 'secondary', retryAfter } : undefined;
}

function saysSecondary(message: string): boolean {
  return /\bsecondary rate limit\b|\babuse detection\b/i.test(message);
}

type Headers = z.infer<typeof headersShape>;

function retryAfterIn({ 'retry-after': seconds }: Headers): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

/** GitHub tells both times, so that no other clock has to be right. A second more, for it tells times in whole ones. */
function resetIn({ date = '', 'x-ratelimit-reset': reset }: Headers): number | undefined {
  const now = Date.parse(date);
  if (reset === undefined || Number.isNaN(now)) return undefined;
  const left = reset * 1000 - now;
  return left > 0 ? left + 1000 : undefined;
}

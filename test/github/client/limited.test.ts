import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { GithubClient } from '../../../src/github/client/github-client.ts';
import { type GithubLimit, Limited } from '../../../src/github/client/limited.ts';
import { api, playGithub } from '../played-github.ts';

const github = playGithub();

const date = 'Thu, 26 Nov 2026 10:00:00 GMT';
const reset = String(Date.parse(date) / 1000 + 2400);
const spent = { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };

interface Row {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
  readonly limit: GithubLimit | undefined;
}

const failing = (type: string | undefined, message: string) => ({
  data: null,
  errors: [type === undefined ? { message } : { type, message }],
});
const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes.';

const rows: Readonly<Record<string, Row>> = {
  'the hourly one of GraphQL today': {
    headers: spent,
    body: failing('RATE_LIMIT', 'API rate limit already exceeded for installation ID 7.'),
    limit: { kind: 'primary', retryAfter: 2_401_000 },
  },
  'the hourly one of GraphQL before': {
    headers: spent,
    body: failing('RATE_LIMITED', 'API rate limit exceeded'),
    limit: { kind: 'primary', retryAfter: 2_401_000 },
  },
  'the hourly one that does not say when it ends': {
    body: failing('RATE_LIMIT', 'API rate limit exceeded'),
    limit: { kind: 'primary', retryAfter: undefined },
  },
  'the hourly one whose reset is over': {
    headers: { ...spent, 'x-ratelimit-reset': '1' },
    body: failing('RATE_LIMIT', 'API rate limit exceeded'),
    limit: { kind: 'primary', retryAfter: undefined },
  },
  'a secondary one with 200': {
    headers: { date, 'retry-after': '60' },
    body: failing('RATE_LIMITED', secondary),
    limit: { kind: 'secondary', retryAfter: 60_000 },
  },
  'a secondary one with 403': {
    status: 403,
    headers: { date, 'retry-after': '90' },
    body: { message: secondary },
    limit: { kind: 'secondary', retryAfter: 90_000 },
  },
  'a secondary one with a date to wait for': {
    status: 403,
    headers: { date, 'retry-after': date },
    body: { message: secondary },
    limit: { kind: 'secondary', retryAfter: undefined },
  },
  'one that is said by nothing but 429': {
    status: 429,
    body: { message: 'Too many requests' },
    limit: { kind: 'secondary', retryAfter: undefined },
  },
  'the hourly one with 403': {
    status: 403,
    headers: spent,
    body: { message: 'API rate limit exceeded for installation ID 7.' },
    limit: { kind: 'primary', retryAfter: 2_401_000 },
  },
  'content that was submitted too quickly': {
    body: {
      data: { change0: null },
      errors: [{ type: 'UNPROCESSABLE', path: ['change0'], message: 'was submitted too quickly' }],
    },
    limit: { kind: 'content', retryAfter: undefined },
  },
  'none, where something is forbidden': {
    status: 403,
    headers: { date, 'x-ratelimit-remaining': '12' },
    body: { message: 'Resource not accessible by integration' },
    limit: undefined,
  },
  'none, where GraphQL refuses something else': {
    headers: { date, 'x-ratelimit-remaining': '0' },
    body: failing('FORBIDDEN', 'Resource not accessible by integration'),
    limit: undefined,
  },
  'none, where the server stumbles': {
    status: 502,
    body: { message: 'Server Error' },
    limit: undefined,
  },
};

async function limitOf(work: Promise<unknown>): Promise<GithubLimit | undefined> {
  const thrown = await work.catch((error: unknown) => error);
  return thrown instanceof Limited ? thrown.limit : undefined;
}

describe('a limit in an answer of GitHub’s', () => {
  for (const [name, { status = 200, headers = {}, body, limit }] of Object.entries(rows)) {
    it(`is read, whoever asks, and nothing is sent again: ${name}`, async () => {
      nock(api)
        .post('/graphql')
        .times(status === 502 ? 1 : 2)
        .reply(status, body, headers);
      if (status !== 200) nock(api).get('/app').reply(status, body, headers);
      const retries = status !== 502;
      const client: GithubClient = await github.client(retries);
      const branch = { kind: 'add-reaction', commentId: 'C_1', reaction: 'EYES' } as const;
      expect(await limitOf(client.apply([branch]))).toEqual(limit);
      if (status === 502) return nock.cleanAll();
      const query = { text: 'query Who { viewer { login } }' };
      expect(await limitOf(client.queryParts(query, {}))).toEqual(limit);
      if (status !== 200) expect(await limitOf(client.rest('GET /app'))).toEqual(limit);
    });
  }
});

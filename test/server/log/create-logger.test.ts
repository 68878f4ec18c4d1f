import { Octokit } from '@octokit/rest';
import { describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { createLogger, type LoggerOptions } from '../../../src/server/log/create-logger.ts';
import { silentLogger } from '../../../src/telemetry/logger.ts';
import { privateKey } from '../support.ts';

const time = '2026-01-02T03:04:05.678Z';

/** A log whose lines are kept. */
function keeping(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    format: 'json',
    secrets: [],
    write: (line) => lines.push(line),
    now: () => new Date(time),
    ...options,
  });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '') };
}

describe('the log', () => {
  it('is one line of JSON a message', () => {
    const { logger, lines } = keeping();
    logger.info('Took a delivery', { delivery: '72d3', issue: 12 });
    expect(lines).toEqual([
      `{"time":"${time}","level":"info","message":"Took a delivery","delivery":"72d3","issue":12}\n`,
    ]);
  });

  it('leaves out what is below its level', () => {
    const { logger, lines } = keeping({ level: 'warn' });
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(['warn', 'error']);
  });

  it('writes an error with its stack and causes, and nothing else that hangs on it', () => {
    const { logger, last } = keeping();
    const cause = Object.assign(new Error('Bad gateway'), {
      status: 502,
      request: { headers: { authorization: 'token x' } },
      response: { data: 'x' },
    });
    logger.error('A job failed', { error: new Error('It failed', { cause }) });
    const { error } = last();
    expect(error.message).toBe('It failed');
    expect(error.stack).toContain('create-logger.test.ts');
    expect(Object.keys(error.cause)).toEqual(['name', 'message', 'status', 'stack']);
    expect(error.cause).toMatchObject({ message: 'Bad gateway', status: 502 });
  });

  it('gives no status to a request that got no answer, which Octokit says is 500', async () => {
    const { logger, last } = keeping();
    const fetch = () => Promise.reject(new TypeError('connect ECONNREFUSED'));
    const octokit = new Octokit({ request: { fetch }, log: silentLogger });
    const cause: unknown = await octokit.request('GET /app').catch((error: unknown) => error);
    expect(cause).toMatchObject({ status: 500 });
    logger.error('The sweep failed', { error: new RequestFailed('rest', cause) });
    const { error } = last();
    expect(error.cause.message).toContain('ECONNREFUSED');
    expect([error, error.cause].map(({ status }) => status)).toEqual([undefined, undefined]);
  });

  it('covers secrets and tokens, wherever they stand', () => {
    const secret = 'a secret of thirty-two characters, or more';
    const tokens = [
      `ghs_${'a1'.repeat(18)}`,
      `github_pat_${'b2'.repeat(20)}`,
      'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjM0NTYifQ.c2lnbmF0dXJl_c2ln',
    ];
    for (const format of ['json', 'pretty'] as const) {
      const { logger, lines } = keeping({ format, secrets: [privateKey, secret] });
      logger.info(`Sent ${secret}`, {
        key: privateKey,
        error: new Error(`Bad credentials: ${tokens.join(' ')}`),
        url: `https://private-user-images.githubusercontent.com/1/2.png?jwt=${tokens[2]}`,
      });
      const line = lines.join('');
      expect(line).toContain('[secret]');
      for (const hidden of [secret, ...tokens, ...privateKey.split('\n').slice(1, -3)]) {
        expect(line).not.toContain(hidden);
      }
    }
  });

  it('writes whatever it is given', () => {
    const { logger, last } = keeping();
    const circle: Record<string, unknown> = {};
    circle['itself'] = circle;
    logger.info('Odd', {
      circle,
      big: 10n,
      list: [{ a: 1n }],
      nothing: undefined,
      action: () => 1,
      time: 'now',
      'long text': 'x'.repeat(10_000),
      'long list': Array(10_000).fill('x'),
      error: new Error('a', { cause: 'b' }),
    });
    const written = last();
    expect(written).toMatchObject({
      time,
      circle: '[object that cannot be written]',
      big: '10',
      list: [{ a: '1' }],
      error: { cause: 'b' },
    });
    expect(written).not.toHaveProperty('nothing');
    expect(written).not.toHaveProperty('action');
    expect(JSON.stringify(written).length).toBeLessThan(30_000);
  });

  it('ends where causes go round', () => {
    const { logger, lines } = keeping();
    const error = new Error('round');
    error.cause = error;
    logger.error('Odd', { error });
    expect(lines[0]?.match(/"message":"round"/g)).toHaveLength(6);
  });

  it('is one line for people too, and does not obey what strangers wrote', () => {
    const { logger, lines } = keeping({ format: 'pretty' });
    logger.warn('Left out', { title: 'red \u001b[31m\nline \u202e', issue: 12 });
    expect(lines).toEqual([`${time} WARN  Left out  title=red  [31m line    issue=12\n`]);
  });
});

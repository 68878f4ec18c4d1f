import { describe, expect, it } from 'vitest';
import { healthResponse, longestWithoutSweep } from '../../src/server/http/health.ts';
import { startServer } from '../../src/server/server.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { freePort } from '../support/free-port.ts';
import { deliver, serverWith, settings } from './support.ts';

const body = '{}';

describe('the server', () => {
  it('says at its address what it is', async () => {
    const { url } = await serverWith();
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('Powered By');
  });

  it('answers HEAD without a body', async () => {
    const { url } = await serverWith();
    const response = await fetch(`${url}/healthz`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it.each([
    ['GET', '/nothing', 404],
    ['POST', '/nothing', 404],
    ['GET', '//', 404],
    ['GET', '/../../etc/passwd%00', 404],
    ['PUT', '/', 405],
    ['GET', '/api/github/webhooks', 405],
    ['POST', '/healthz', 405],
    ['GET', '/metrics', 404],
  ])('answers %s %s with %d and the status’s words alone', async (method, path, status) => {
    const { url } = await serverWith();
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(/^(Not Found|Method Not Allowed)\n$/);
  });

  it('tells what an address allows', async () => {
    const { url } = await serverWith();
    const response = await fetch(url, { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('says that an address is taken, and starts nothing', async () => {
    const { url } = await serverWith();
    let starts = 0;
    const address = { host: '127.0.0.1', port: Number(new URL(url).port) };
    const second = await startServer({
      settings: { ...settings, address },
      createService: () => {
        starts += 1;
        throw new Error('Not reached');
      },
      logger: silentLogger,
    });
    expect(second).toMatchObject({
      ok: false,
      problems: [{ code: 'server-cannot-listen', field: 'PORT' }],
    });
    expect(starts).toBe(0);
  });

  it('names the host where that is what is wrong', async () => {
    const here = { host: '127.0.0.1', port: 0 };
    const elsewhere = { host: '192.0.2.1', port: 0 };
    for (const [addresses, field] of [
      [{ address: elsewhere }, 'HOST'],
      [{ address: here, metricsAddress: elsewhere }, 'METRICS_HOST'],
    ] as const) {
      const started = await startServer({
        settings: { ...settings, ...addresses },
        createService: () => Promise.reject(new Error('Not reached')),
        logger: silentLogger,
      });
      expect(started).toMatchObject({
        ok: false,
        problems: [{ code: 'server-host-unfit', field, values: { variable: field } }],
      });
    }
  });

  it('lets go of its address where the metrics’ is taken', async () => {
    const { url } = await serverWith();
    const address = { host: '127.0.0.1', port: await freePort() };
    const metricsAddress = { host: '127.0.0.1', port: Number(new URL(url).port) };
    const second = await startServer({
      settings: { ...settings, address, metricsAddress },
      createService: () => Promise.reject(new Error('Not reached')),
      logger: silentLogger,
    });
    expect(second).toMatchObject({ ok: false, problems: [{ field: 'METRICS_PORT' }] });
    const third = await serverWith({ settings: { address } });
    expect((await deliver(third.url, body)).status).toBe(202);
  });

  it('passes on why the service did not start', async () => {
    const started = startServer({
      settings,
      createService: () => Promise.reject(new Error('No such app')),
      logger: silentLogger,
    });
    await expect(started).rejects.toThrow('No such app');
  });

  it('has webhooks come again later while the service starts', async () => {
    const gate = Promise.withResolvers<void>();
    const port = await freePort();
    const starting = startServer({
      settings: { ...settings, address: { host: '127.0.0.1', port } },
      createService: async () => {
        await gate.promise;
        return {
          receive: async () => true,
          lastSweep: () => undefined,
          stats: async () => ({ waiting: 0, running: 0, pausedInstallations: 0, failedIssues: 0 }),
          stop: async () => {},
        };
      },
      logger: silentLogger,
    });
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await deliver(url, body)).status).toBe(503);
    gate.resolve();
    const started = await starting;
    expect((await deliver(url, body)).status).toBe(202);
    if (started.ok) await started.value.stop(0);
  });

  it('stops: it takes no more, and waits for what runs', async () => {
    const ended = Promise.withResolvers<void>();
    const given: number[] = [];
    const { server, url } = await serverWith({
      service: {
        stop: (milliseconds) => {
          given.push(milliseconds);
          return ended.promise;
        },
      },
    });
    await deliver(url, body);
    const stopped = server.stop(25_000);
    await expect(deliver(url, body)).rejects.toThrow();
    ended.resolve();
    await stopped;
    expect(given).toEqual([25_000]);
  });
});

/** A port that was free a moment ago. */
describe('the health', () => {
  it('is told as JSON', async () => {
    const lastSweep = new Date();
    const waitingSince = lastSweep.getTime() - 90_000;
    const stats = async () => ({
      waiting: 3,
      running: 1,
      waitingSince,
      pausedInstallations: 1,
      failedIssues: 0,
    });
    const { url } = await serverWith({ service: { lastSweep: () => lastSweep, stats } });
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ok',
      lastSweep: lastSweep.toISOString(),
      waitingJobs: 3,
      oldestJobSeconds: expect.closeTo(92, -1),
      oldestBackgroundJobSeconds: 0,
      pausedInstallations: 1,
      failedIssues: 0,
    });
  });

  const start = new Date('2026-01-01T00:00:00Z');
  const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

  it('is well for 45 minutes after the start without a sweep, and no longer', () => {
    const health = { startedAt: start, lastSweep: undefined, stats: undefined };
    expect(healthResponse(health, later(longestWithoutSweep)).status).toBe(200);
    const late = healthResponse(health, later(longestWithoutSweep + 1));
    expect(late.status).toBe(503);
    expect(JSON.parse(late.body ?? '')).toEqual({
      status: 'no-sweep',
      startedAt: start.toISOString(),
      lastSweep: null,
      waitingJobs: 0,
      oldestJobSeconds: 0,
      oldestBackgroundJobSeconds: 0,
      pausedInstallations: 0,
      failedIssues: 0,
    });
  });

  it('is well for 45 minutes after a sweep, and no longer', () => {
    const sweep = later(60_000);
    const end = 60_000 + longestWithoutSweep;
    const health = { startedAt: start, lastSweep: sweep, stats: undefined };
    expect(healthResponse(health, later(end)).status).toBe(200);
    expect(healthResponse(health, later(end + 1)).status).toBe(503);
  });
});

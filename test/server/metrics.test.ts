import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/server/metrics.ts';
import { serverWith } from './support.ts';

describe('the metrics', () => {
  it('are served apart from the webhooks, in Prometheus’s format', async () => {
    const metricsAddress = { host: '127.0.0.1', port: 0 };
    const stats = async () => ({
      waiting: 3,
      running: 1,
      backgroundSince: Date.now() - 600_000,
      pausedInstallations: 2,
      failedIssues: 0,
    });
    const { server, url, telemetry } = await serverWith({
      settings: { metricsAddress },
      service: { stats },
    });
    telemetry.submission('proposed');
    telemetry.problem('link-not-https');
    telemetry.problem('link-not-https');
    telemetry.jobsWaiting(3);
    telemetry.jobStarted();
    telemetry.jobStarted();
    telemetry.jobEnded('done', 1.5);
    telemetry.githubRequest('query', '200');
    telemetry.logo(0.3);
    telemetry.rateLimit('7', 4998);
    const response = await fetch(`${server.metricsUrl}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (await response.text()).split('\n');
    for (const line of [
      'poweredby_submissions_total{outcome="proposed"} 1',
      'poweredby_problems_total{code="link-not-https"} 2',
      'poweredby_jobs{state="waiting"} 3',
      'poweredby_jobs{state="running"} 1',
      'poweredby_oldest_job_seconds{urgency="asked"} 0',
      'poweredby_oldest_job_seconds{urgency="background"} 600',
      'poweredby_paused_installations 2',
      'poweredby_jobs_total{result="done"} 1',
      'poweredby_jobs_total{result="failed"} 0',
      'poweredby_job_seconds_sum 1.5',
      'poweredby_job_seconds_bucket{le="2.5"} 1',
      'poweredby_github_requests_total{kind="query",status="200"} 1',
      'poweredby_logo_seconds_count 1',
      'poweredby_rate_limit_remaining{installation="7"} 4998',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes'))).toBe(true);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${server.metricsUrl}/`)).status).toBe(404);
    expect((await fetch(`${server.metricsUrl}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('keep the rate limits of the last hundred installations', async () => {
    const metrics = createMetrics();
    for (let installation = 0; installation < 150; installation += 1) {
      metrics.telemetry.rateLimit(String(installation), 1);
      metrics.telemetry.rateLimit('0', installation);
    }
    const written = await metrics.write();
    const limits = written.match(/^poweredby_rate_limit_remaining\{.*$/gm) ?? [];
    expect(limits).toHaveLength(100);
    expect(limits).toContain('poweredby_rate_limit_remaining{installation="0"} 149');
    expect(written).not.toContain('installation="1"}');
  });

  it('count for each server by itself', async () => {
    createMetrics().telemetry.problem('company-missing');
    expect(await createMetrics().write()).not.toContain('company-missing');
  });
});

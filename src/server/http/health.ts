import type { AppStats } from '../../app/powered-by.ts';
import { type HttpResponse, mediaTypes } from './http-response.ts';

/** A sweep runs every 15 minutes; without one for so long something holds it up. In milliseconds. @internal for tests */
export const longestWithoutSweep = 45 * 60_000;

/** What the server knows of itself. */
interface Health {
  readonly startedAt: Date;
  /** When one last ended well. */
  readonly lastSweep: Date | undefined;
  /** Undefined while it starts. */
  readonly stats: AppStats | undefined;
  /** Whether there is a database, and it does not answer. */
  readonly isDatabaseAway?: boolean;
}

/**
 * Whether all is well, for whoever watches the server. A limit of GitHub's is not the server's: what waits for it is told, and
 * another start would not help.
 */
export function healthResponse(health: Health, now: Date): HttpResponse {
  const { startedAt, lastSweep, stats } = health;
  const status = statusOf(health, now);
  const body = {
    status,
    startedAt: startedAt.toISOString(),
    lastSweep: lastSweep?.toISOString() ?? null,
    waitingJobs: stats?.waiting ?? 0,
    oldestJobSeconds: secondsSince(stats?.waitingSince, now),
    oldestBackgroundJobSeconds: secondsSince(stats?.backgroundSince, now),
    pausedInstallations: stats?.pausedInstallations ?? 0,
    failedIssues: stats?.failedIssues ?? 0,
    ...(stats?.shared && { servers: stats.shared.servers, deadJobs: stats.shared.dead }),
  };
  return {
    status: status === 'ok' ? 200 : 503,
    type: mediaTypes.json,
    body: `${JSON.stringify(body)}\n`,
  };
}

function statusOf({ startedAt, lastSweep, isDatabaseAway = false }: Health, now: Date) {
  if (isDatabaseAway) return 'no-database';
  const since = Math.max(startedAt.getTime(), lastSweep?.getTime() ?? 0);
  return now.getTime() - since <= longestWithoutSweep ? 'ok' : 'no-sweep';
}

/** 0 for what does not wait. */
export function secondsSince(time: number | undefined, now: Date): number {
  return time === undefined ? 0 : Math.max(0, Math.round((now.getTime() - time) / 1000));
}

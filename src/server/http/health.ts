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
}

/**
 * Whether all is well, for whoever watches the server. A limit of GitHub's is not the server's: what waits for it is told, and
 * another start would not help.
 */
export function healthResponse({ startedAt, lastSweep, stats }: Health, now: Date): HttpResponse {
  const since = Math.max(startedAt.getTime(), lastSweep?.getTime() ?? 0);
  const isWell = now.getTime() - since <= longestWithoutSweep;
  const body = {
    status: isWell ? 'ok' : 'no-sweep',
    startedAt: startedAt.toISOString(),
    lastSweep: lastSweep?.toISOString() ?? null,
    waitingJobs: stats?.waiting ?? 0,
    oldestJobSeconds: secondsSince(stats?.waitingSince, now),
    oldestBackgroundJobSeconds: secondsSince(stats?.backgroundSince, now),
    pausedInstallations: stats?.pausedInstallations ?? 0,
  };
  return {
    status: isWell ? 200 : 503,
    type: mediaTypes.json,
    body: `${JSON.stringify(body)}\n`,
  };
}

/** 0 for what does not wait. */
export function secondsSince(time: number | undefined, now: Date): number {
  return time === undefined ? 0 : Math.max(0, Math.round((now.getTime() - time) / 1000));
}

import { type HttpResponse, mediaTypes } from './http-response.ts';

/** A sweep runs every 15 minutes; without one for so long something holds it up. In milliseconds. @internal for tests */
export const longestWithoutSweep = 45 * 60_000;

/** Whether all is well, for whoever watches the server. @param lastSweep when one last ended well */
export function healthResponse(
  startedAt: Date,
  lastSweep: Date | undefined,
  now: Date,
): HttpResponse {
  const since = Math.max(startedAt.getTime(), lastSweep?.getTime() ?? 0);
  const isWell = now.getTime() - since <= longestWithoutSweep;
  const body = {
    status: isWell ? 'ok' : 'no-sweep',
    startedAt: startedAt.toISOString(),
    lastSweep: lastSweep?.toISOString() ?? null,
  };
  return {
    status: isWell ? 200 : 503,
    type: mediaTypes.json,
    body: `${JSON.stringify(body)}\n`,
  };
}

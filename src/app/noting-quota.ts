import type { SharedState } from '../queue/shared-state.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** Beside being told, the quota that an installation has left is kept in mind. */
export function notingQuota(telemetry: Telemetry, { quota }: SharedState): Telemetry {
  return {
    ...telemetry,
    rateLimit: (installation, remaining) => {
      quota.note(installation, remaining);
      telemetry.rateLimit(installation, remaining);
    },
  };
}

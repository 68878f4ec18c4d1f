import type { Probot } from 'probot';
import type { LogData, Logger } from '../telemetry/logger.ts';

type ProbotLog = NonNullable<NonNullable<ConstructorParameters<typeof Probot>[0]>['log']>;

/** Our log in the shape that Probot writes to, which has data first and may leave out either. */
export function probotLog(logger: Logger): ProbotLog {
  const to =
    (write: (message: string, data?: LogData) => void) =>
    (first: unknown, second?: unknown): void => {
      if (typeof first === 'string') write('Octokit says', { text: first });
      else write('Octokit says', { text: String(second ?? ''), ...(first as object) });
    };
  const log = {
    trace: () => {},
    // Every request with its body is too much, and bodies hold what strangers wrote.
    debug: () => {},
    info: to(logger.debug),
    warn: to(logger.warn),
    error: to(logger.error),
    fatal: to(logger.error),
    child: () => log,
  };
  return log as unknown as ProbotLog;
}

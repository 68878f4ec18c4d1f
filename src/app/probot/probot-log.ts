import type { Probot } from 'probot';
import type { LogData, Logger } from '../../telemetry/logger.ts';

type ProbotLog = NonNullable<NonNullable<ConstructorParameters<typeof Probot>[0]>['log']>;

/** Our log in the shape that Probot writes to, which has data first and may leave out either. */
export function probotLog(logger: Logger): ProbotLog {
  const to =
    (write: (message: string, data?: LogData) => void) =>
    (first: unknown, second?: unknown): void => {
      if (typeof first === 'string') write('Octokit says', { text: first });
      else if (first instanceof Error) write('Octokit says', { error: first });
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
  // Probot's type is all of pino; it calls these methods only.
  return log as unknown as ProbotLog;
}

/** The log of a Probot that somebody else set up, in our shape: pino, which has data first. */
export function loggerOf(log: Pick<ProbotLog, keyof Logger>): Logger {
  // pino writes an error with its stack where it is called `err`.
  const pinoData = ({ error, ...data }: LogData = {}): LogData =>
    error === undefined ? data : { ...data, err: error };
  return {
    debug: (message, data) => log.debug(pinoData(data), message),
    info: (message, data) => log.info(pinoData(data), message),
    warn: (message, data) => log.warn(pinoData(data), message),
    error: (message, data) => log.error(pinoData(data), message),
  };
}

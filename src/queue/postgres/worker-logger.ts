import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from '../../telemetry/logger.ts';

/** Our log in the shape that graphile-worker writes to. What it says of each job is left out: the queue tells that itself. */
export function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, text, { error } = {}) => {
    const data = { text, ...(error !== undefined && { error }) };
    if (level === 'error' || level === 'warning') logger.warn('graphile-worker says', data);
    else logger.debug('graphile-worker says', { text });
  });
}

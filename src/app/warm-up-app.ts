import { warmUpJobs } from '../reconcile/jobs/warm-up.ts';
import type { Logger } from '../telemetry/logger.ts';
import { loadAllTemplates } from '../templates.ts';

let isWarm = false;

/** Does, once in a process, what would hold up webhooks if it were first done when a job wants it. */
export function warmUp(logger: Logger): void {
  if (isWarm) return;
  isWarm = true;
  try {
    loadAllTemplates();
    warmUpJobs();
  } catch (error) {
    // Words that somebody changed may do for their repositories all the same.
    logger.warn('The sample submission failed', { error });
  }
}

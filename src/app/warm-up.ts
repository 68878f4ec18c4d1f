import { loadAllTemplates } from '../templates.ts';
import { rehearse } from '../workflow/rehearse.ts';

let isWarm = false;

/** Does, once in a process, what would hold up webhooks if it were first done when a job wants it. */
export function warmUp(): void {
  if (isWarm) return;
  isWarm = true;
  loadAllTemplates();
  rehearse();
}

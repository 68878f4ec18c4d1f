import type { RunState, WorkflowRun } from '../../../action/run-history.ts';
import { fullNameOf, homeOf, type Playground } from '../../../playground.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import type { IconName } from '../icon-names.ts';
import { time } from '../time.ts';

const stateIcons: Readonly<Record<RunState, readonly [name: IconName, className: string]>> = {
  queued: ['history', ''],
  'in progress': ['sync', ''],
  success: ['check-circle-fill', 'icon-open'],
  failure: ['x-circle-fill', 'icon-closed'],
  cancelled: ['skip', ''],
};

/** How far a run is, as an icon with its words. */
export function runState({ state }: WorkflowRun): Html {
  return html`${icon(...stateIcons[state])} ${state}`;
}

/** How long a run took, in seconds. */
export function runSeconds({ seconds }: WorkflowRun): string {
  return seconds === undefined ? '' : `${seconds.toFixed(1)} s`;
}

/** The runs of a repository, the newest first. */
export function runsOf({ runs, repository }: Playground): readonly WorkflowRun[] {
  const name = fullNameOf(repository);
  return runs?.all.filter((run) => run.repository === name) ?? [];
}

/** A table of runs. */
export function runList(playground: Playground): Html {
  const home = homeOf(playground);
  const now = playground.emulator.clock.now();
  const rows = runsOf(playground).map((run) => {
    const { number, event, issue, queuedAt } = run;
    const about =
      issue === undefined ? nothing : html`<a href="${home}/issues/${issue}">#${issue}</a>`;
    return html`<tr><td>${runState(run)}</td><th scope="row"><a href="${home}/actions/${number}">Run ${number}</a></th><td><code>${event}</code> ${about}</td><td class="muted">${time(queuedAt, now)}</td><td class="muted">${runSeconds(run)}</td></tr>`;
  });
  if (rows.length === 0) {
    return html`<p class="muted quiet-line">None yet. Open an issue with the form first.</p>`;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Runs"><table class="facts"><thead><tr><th scope="col">Status</th><th scope="col">Run</th><th scope="col">Event</th><th scope="col">When</th><th scope="col">Took</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

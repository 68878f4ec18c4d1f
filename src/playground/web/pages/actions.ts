import type { Hono } from 'hono';
import { workflowPath } from '../../../setup/workflow/write-workflow.ts';
import type { WorkflowRun } from '../../action/run-history.ts';
import { homeOf, type Playground } from '../../playground.ts';
import {
  runList,
  runSeconds,
  runState,
  runsOf,
} from '../components/behind-the-scenes/workflow-runs.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { typed } from '../components/text.ts';
import { time } from '../components/time.ts';
import { workerWords } from '../components/worker-words.ts';
import { show } from '../layout.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { Visit, WebEnvironment } from '../visit.ts';

/** The runs of the Action's workflow, and what each of them did. */
export function addActions(pages: Hono<WebEnvironment>, playground: Playground): void {
  pages.get('/actions', (context) => {
    if (!playground.runs) return context.notFound();
    const content = list(playground, context.get('visit'));
    return show(context, playground, { title: 'Actions', tab: 'actions', content });
  });

  pages.get('/actions/:number{[0-9]+}', (context) => {
    const number = Number(context.req.param('number'));
    const run = runsOf(playground).find((each) => each.number === number);
    if (!run) return context.notFound();
    const content = details(run, playground);
    return show(context, playground, { title: `Run ${number}`, tab: 'actions', content });
  });
}

function list(playground: Playground, visit: Visit): Html {
  const { repository, app } = playground;
  const home = homeOf(playground);
  const file = `${home}/blob/${repository.defaultBranch}/${workflowPath}`;
  const schedule = app.isRunning
    ? postForm(
        visit,
        { action: `${home}/behind-the-scenes/sweep` },
        html`<button class="button">${icon('sync')} ${workerWords(playground).sweep}</button>`,
      )
    : nothing;
  return html`<div class="page-head"><div><h1>Actions</h1><p class="muted">Each event that <a href="${file}"><code>${workflowPath}</code></a> names starts a run. <a href="${home}/behind-the-scenes">Behind the scenes</a> shows all events, and why others start none.</p></div>${schedule}</div>
<section class="panel panel-wide" id="runs" data-live><h2>${icon('play')} Workflow runs <span class="counter">${runsOf(playground).length}</span></h2>${runList(playground)}</section>`;
}

function details(run: WorkflowRun, playground: Playground): Html {
  const home = homeOf(playground);
  const { number, event, issue, queuedAt, summary, log, payload } = run;
  const about =
    issue === undefined ? nothing : html` <a href="${home}/issues/${issue}">#${issue}</a>`;
  const facts = html`<p class="muted">${runState(run)} · <code>${event}</code>${about} · ${time(queuedAt, playground.emulator.clock.now())}${run.seconds === undefined ? nothing : html` · ${runSeconds(run)}`}</p>`;
  const summarized =
    summary === ''
      ? html`<p class="muted">The run has no summary yet.</p>`
      : renderMarkdown(summary, playground);
  return html`<p class="back"><a href="${home}/actions">Actions</a></p><div id="run" data-live><div class="page-head"><div><h1>Run ${number}</h1>${facts}</div></div>
<section class="panel exchange"><h2>Job summary</h2><div class="markdown">${summarized}</div></section>
<section class="panel exchange"><h2>Log</h2><pre tabindex="0" aria-label="Log"><code>${typed(shownLog(log))}</code></pre></section>
<section class="panel exchange"><h2>Event</h2><pre tabindex="0" aria-label="Event"><code>${typed(JSON.stringify(payload, null, 2))}</code></pre></section></div>`;
}

/** As GitHub shows a log: what is said to the runner is not shown, and an annotation as words. */
function shownLog(log: string): string {
  const shown = log
    .replace(/^::stop-commands::.*\n/gm, '')
    .replace(/^::[\da-f-]{36}::\n/gm, '')
    .replace(
      /^::(error|warning)::/gm,
      (_, kind: string) => `${kind === 'error' ? 'Error' : 'Warning'}: `,
    );
  return shown || 'Nothing was printed.';
}

import type { Hono } from 'hono';
import { homeOf, type Playground } from '../../../playground.ts';
import { act } from '../../act.ts';
import { deliveryList } from '../../components/behind-the-scenes/deliveries.ts';
import type { FaultBoard } from '../../components/behind-the-scenes/fault-board.ts';
import { jobList } from '../../components/behind-the-scenes/jobs.ts';
import { requestList } from '../../components/behind-the-scenes/requests.ts';
import { requestCounts } from '../../components/behind-the-scenes/requests-of-issues.ts';
import { ruleSwitches, turnRule } from '../../components/behind-the-scenes/rule-switches.ts';
import { type Html, html, nothing } from '../../components/html.ts';
import { icon } from '../../components/icon.ts';
import { postForm } from '../../components/post-form.ts';
import { workerWords } from '../../components/worker-words.ts';
import { readForm, textOf } from '../../guard.ts';
import { show } from '../../layout.ts';
import { leaveNotice } from '../../sessions.ts';
import type { Visit, WebEnvironment } from '../../visit.ts';

/** What passes between GitHub and the app, and switches to let it go wrong. */
export function addBehindTheScenes(
  pages: Hono<WebEnvironment>,
  playground: Playground,
  faults: FaultBoard,
): void {
  const { app } = playground;
  const here = `${homeOf(playground)}/behind-the-scenes`;

  pages.get('/behind-the-scenes', (context) => {
    const visit = context.get('visit');
    const content = html`<div class="page-head"><div><h1>Behind the scenes</h1><p class="muted">Every webhook and request between GitHub and Powered By. Try to break it.</p></div></div>
<div class="behind">
  <div class="panels">${appPanel(playground, visit, here)}${requestCounts(playground)}</div>
  ${faults.show(visit, here, ruleSwitches(playground))}
  ${requestList(playground)}
  ${deliveryList(playground, visit, here)}
</div>`;
    return show(context, playground, { title: 'Behind the scenes', tab: 'behind', content });
  });

  pages.post('/behind-the-scenes/app', async (context) => {
    const wanted = textOf(await readForm(context), 'app');
    return act(context, here, async () => {
      if (wanted === 'stop') return app.kill();
      await app.start();
      // Nobody tells a workflow of what happened while it was disabled.
      if (playground.runs) app.miss();
    });
  });

  pages.post('/behind-the-scenes/sweep', (context) => {
    void app.sweep();
    const { isSwept: text } = workerWords(playground);
    if (app.isRunning) leaveNotice(context, { kind: 'done', text });
    return context.redirect(here, 303);
  });

  pages.post('/behind-the-scenes/faults', async (context) => {
    const kind = textOf(await readForm(context), 'fault');
    if (!turnRule(playground, kind)) {
      const ordered = faults.turn(kind);
      if (kind === 'webhook-lost') void ordered?.came.then(() => app.miss());
    }
    return context.redirect(here, 303);
  });
}

function appPanel(playground: Playground, visit: Visit, here: string): Html {
  const { app } = playground;
  const words = workerWords(playground);
  const button = app.isRunning
    ? html`<button class="button" name="app" value="stop" data-working="Stopping…">${icon('x')} ${words.stop}</button>`
    : html`<button class="button button-primary" name="app" value="start" data-working="Starting…">${icon('zap')} ${words.start}</button>`;
  const sweep = app.isRunning
    ? postForm(
        visit,
        { action: `${here}/sweep` },
        html`<button class="button">${icon('sync')} ${words.sweep}</button>`,
      )
    : nothing;
  const form = app.canRun
    ? html`<div class="buttons">${sweep}${postForm(visit, { action: `${here}/app` }, button)}</div>`
    : html`<p class="muted">This playground was started without the app.</p>`;
  return html`<section class="panel" id="app" data-live><h2><span class="dot ${app.isRunning ? 'dot-on' : 'dot-off'}"></span> ${words.name}</h2><p class="muted">${app.isRunning ? words.isRunning : words.isStopped}</p>${form}<h3>Jobs</h3>${jobList(playground)}</section>`;
}

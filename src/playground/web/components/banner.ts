import { homeOf, type Playground } from '../../playground.ts';
import type { Visit } from '../visit.ts';
import { type Html, html, nothing } from './html.ts';
import { icon } from './icon.ts';
import { postForm } from './post-form.ts';
import { workerWords } from './worker-words.ts';

/** Says why nothing happens, where people wait for the app: it is stopped, or a webhook was lost. */
export function banner(playground: Playground, visit: Visit): Html {
  return html`<div id="banner" data-live>${warning(playground, visit)}</div>`;
}

function warning(playground: Playground, visit: Visit): Html {
  const { app } = playground;
  const words = workerWords(playground);
  const behind = `${homeOf(playground)}/behind-the-scenes`;
  if (app.isStopped && app.canRun) {
    const start = html`<button class="button button-small" name="app" value="start" data-working="Starting…">${words.start}</button>`;
    return line(words.nothingAnswers, postForm(visit, { action: `${behind}/app` }, start));
  }
  if (!app.hasMissed) return nothing;
  const sweep = html`<button class="button button-small">${words.sweep}</button>`;
  return line(words.hasMissed, postForm(visit, { action: `${behind}/sweep` }, sweep));
}

function line(words: string, button: Html): Html {
  return html`<div class="notice notice-warning" role="status">${icon('alert')}<span>${words}</span>${button}</div>`;
}

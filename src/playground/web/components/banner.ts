import { homeOf, type Playground } from '../../playground.ts';
import type { Visit } from '../visit.ts';
import { type Html, html, nothing } from './html.ts';
import { icon } from './icon.ts';
import { postForm } from './post-form.ts';

/** Says why nothing happens, where people wait for the app: it is stopped, or a webhook was lost. */
export function banner(playground: Playground, visit: Visit): Html {
  return html`<div id="banner" data-live>${warning(playground, visit)}</div>`;
}

function warning(playground: Playground, visit: Visit): Html {
  const { app } = playground;
  const behind = `${homeOf(playground)}/behind-the-scenes`;
  if (app.isStopped && app.canRun) {
    const start = html`<button class="button button-small" name="app" value="start" data-working="Starting…">Start the app</button>`;
    return line(
      'The app is stopped, so nothing answers. It finds what it missed when it starts again.',
      postForm(visit, { action: `${behind}/app` }, start),
    );
  }
  if (!app.hasMissed) return nothing;
  const sweep = html`<button class="button button-small">Sweep now</button>`;
  return line(
    'A webhook was lost, so the app does not know what happened. Its next sweep finds it, within 15 minutes.',
    postForm(visit, { action: `${behind}/sweep` }, sweep),
  );
}

function line(words: string, button: Html): Html {
  return html`<div class="notice notice-warning" role="status">${icon('alert')}<span>${words}</span>${button}</div>`;
}

import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { logoSizes } from '../../../config/logo-sizes.ts';
import { logoLimits } from '../../../logo/limits.ts';
import { logoSettings } from '../../../logo/logo-settings.ts';
import { logoFile, normalizeLogo } from '../../../logo/normalize-logo.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';
import { act } from '../act.ts';
import { html } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { logoRow } from '../components/studio/logo-row.ts';
import { problemList, remarkList, studioNumbers } from '../components/studio/studio-report.ts';
import { neighbourLogos } from '../facts/neighbour-logos.ts';
import { readForm } from '../guard.ts';
import { formPath } from '../issue-form/form-path.ts';
import { show } from '../layout.ts';
import { leaveNotice } from '../sessions.ts';
import type { WebContext, WebEnvironment } from '../visit.ts';
import { chosenFile, upload } from './uploads.ts';

type Drawn = Awaited<ReturnType<typeof normalizeLogo>>;

/** A picture that was tried. */
interface Trial {
  readonly name: string;
  readonly file: File;
  readonly drawn: Drawn;
}

/** A logo's file may have so many MiB. */
const largestLogo = logoLimits.bytes / 1024 ** 2;

/** So many trials are kept. */
const mostKept = 20;

/** A place to try a logo before the form is filled in: what the page will show, at once. */
export function addStudio(pages: Hono<WebEnvironment>, playground: Playground): void {
  const home = homeOf(playground);
  const trials = new Map<string, Trial>();

  pages.get('/studio', (context) => {
    const content = html`<div class="page-head"><div><h1>Logo studio</h1><p class="muted">See the result for a logo: trimmed, centered on the canvas, at the same optical size as the others.</p></div></div>${dropForm(context, home, false)}`;
    return show(context, playground, { title: 'Logo studio', tab: 'studio', content });
  });

  pages.post('/studio', async (context) => {
    const file = chosenFile(await readForm(context), 'logo');
    if (file === undefined) {
      leaveNotice(context, { kind: 'refused', text: 'Choose a picture first.' });
      return context.redirect(`${home}/studio`, 303);
    }
    const configuration = await configurationAt(playground);
    const wanted = configuration?.ok ? configuration.value.logo : { size: logoSizes.usual };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const drawn = await normalizeLogo(bytes, logoSettings(wanted));
    const id = randomUUID();
    trials.set(id, { name: file.name, file, drawn });
    const [oldest] = trials.keys();
    if (trials.size > mostKept && oldest !== undefined) trials.delete(oldest);
    return context.redirect(`${home}/studio/${id}`, 303);
  });

  pages.get('/studio/:id', async (context) => {
    const id = context.req.param('id');
    const trial = trials.get(id);
    if (trial === undefined) return context.redirect(`${home}/studio`, 302);
    return show(context, playground, {
      title: 'Logo studio',
      tab: 'studio',
      content: await result(context, playground, id, trial),
    });
  });

  pages.get('/studio/:id/logo', (context) => {
    const drawn = trials.get(context.req.param('id'))?.drawn;
    if (!drawn?.ok) return context.notFound();
    const type = drawn.value.svg === undefined ? 'image/png' : 'image/svg+xml';
    return context.body(new Uint8Array(logoFile(drawn.value)), 200, { 'content-type': type });
  });

  pages.post('/studio/:id/use', (context) => {
    const trial = trials.get(context.req.param('id'));
    if (trial === undefined) return context.redirect(`${home}/studio`, 303);
    return act(context, `${home}/studio`, async () => {
      const logo = await upload(playground, context.get('visit'), trial.file);
      return formPath(home, new URLSearchParams({ logo }));
    });
  });
}

async function result(context: WebContext, playground: Playground, id: string, trial: Trial) {
  const home = homeOf(playground);
  const { drawn, name } = trial;
  if (!drawn.ok) {
    return html`<div class="page-head"><h1>Logo studio</h1></div>
<section class="studio-refused"><h2>${icon('x-circle-fill', 'icon-closed')} ${name} cannot be used</h2>${problemList(drawn.problems)}</section>${dropForm(context, home, true)}`;
  }
  const neighbours = await neighbourLogos(playground);
  const own = { name: 'Your logo', address: `${home}/studio/${id}/logo` };
  const configuration = await configurationAt(playground);
  const hasNone = configuration?.ok && configuration.value.logo.need === 'none';
  const use = hasNone
    ? html`<p class="muted">This project’s list shows no logos.</p>`
    : postForm(
        context.get('visit'),
        { action: `${home}/studio/${id}/use` },
        html`<button class="button button-primary">${icon('check')} Use it in the form</button>`,
      );
  return html`<div class="page-head"><div><h1>Logo studio</h1><p class="muted">How the page will show ${name}.</p></div>${use}</div>
<div class="studio-rows">${logoRow(neighbours, own, 'light')}${logoRow(neighbours, own, 'dark')}</div>
<div class="studio-report">${studioNumbers(drawn.value)}<section class="panel"><h2>Remarks</h2>${remarkList(drawn.value)}</section></div>${dropForm(context, home, true)}`;
}

function dropForm(context: WebContext, home: string, isAgain: boolean) {
  return postForm(
    context.get('visit'),
    {
      action: `${home}/studio`,
      hasFiles: true,
      className: isAgain ? 'drop-form drop-form-small' : 'drop-form',
      label: 'Try a logo',
    },
    html`<div class="drop-place" data-drop-place>${icon('upload', 'blank-icon')}<p class="drop-title">${isAgain ? 'Try another logo' : 'Drop a logo here'}</p><p class="muted">SVG, PNG, JPEG, WebP or GIF, at most ${largestLogo} MiB. It stays on this machine.</p><label class="button file-button"><span>Choose a file</span><input type="file" name="logo" required accept=".svg,.png,.jpg,.jpeg,.webp,.gif" data-submit></label><button class="button button-primary" data-working="Drawing…">Show it</button></div>`,
  );
}

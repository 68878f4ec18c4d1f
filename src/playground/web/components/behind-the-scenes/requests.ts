import type { LoggedRequest } from '../../../../emulator/request-log.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { findIssueIn } from '../../facts/requests-of-issues.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { time } from '../time.ts';

/** So many are shown. */
const most = 60;

/** What the app asked of GitHub, the newest first. */
export function requestList(playground: Playground): Html {
  const { emulator } = playground;
  const requests = emulator.requests.all;
  const counted = emulator.requests.counted.length;
  const now = emulator.clock.now();
  const find = findIssueIn(playground);
  const home = homeOf(playground);
  const first = Math.max(0, requests.length - most);
  const rows = requests
    .slice(first)
    .map((request, index) => {
      const number = find(request);
      const about =
        number === undefined ? nothing : html`<a href="${home}/issues/${number}">#${number}</a>`;
      return row(request, `${home}/behind-the-scenes/requests/${first + index}`, about, now);
    })
    .reverse();
  const table =
    rows.length === 0
      ? html`<p class="muted quiet-line">None yet.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Requests"><table class="facts"><thead><tr><th scope="col">Answer</th><th scope="col">Operation</th><th scope="col">For</th><th scope="col">When</th><th scope="col">Took</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section class="panel panel-wide" id="requests" data-live><h2>${icon('arrow-right')} Requests of the app <span class="counter">${counted}</span></h2>${table}</section>`;
}

function row(
  { method, path, operation, status, time: at, duration }: LoggedRequest,
  address: string,
  about: Html,
  now: Date,
): Html {
  const isGood = status >= 200 && status < 400;
  return html`<tr><td>${icon(isGood ? 'check-circle-fill' : 'x-circle-fill', isGood ? 'icon-open' : 'icon-closed')} ${status === 0 ? 'none' : status}</td><th scope="row"><a href="${address}"><code>${operation === '' ? `${method} ${path}` : operation}</code></a></th><td>${about}</td><td class="muted">${time(at, now)}</td><td class="muted">${Math.round(duration)} ms</td></tr>`;
}

import type { Delivery } from '../../../../emulator/webhooks/delivery.ts';
import type { Playground } from '../../../playground.ts';
import type { Visit } from '../../visit.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';
import { time } from '../time.ts';

/** So many are shown. */
const most = 40;

/** What GitHub told the app, the newest first, each to be sent again. */
export function deliveryList({ emulator }: Playground, visit: Visit, here: string): Html {
  const deliveries = emulator.webhooks.recentDeliveries();
  const now = emulator.clock.now();
  const rows = deliveries.slice(0, most).map((delivery) => {
    const { id, request, isRedelivery, time: at, response } = delivery;
    const name = request.action === null ? request.event : `${request.event}.${request.action}`;
    const again = postForm(
      visit,
      { action: `${here}/deliveries/${id}` },
      html`<button class="button button-small" aria-label="Redeliver ${name}, ${request.guid.slice(0, 8)}">${icon('sync')} Redeliver</button>`,
    );
    return html`<tr><td>${verdict(delivery)}</td><th scope="row"><a href="${here}/deliveries/${id}"><code>${name}</code></a>${isRedelivery ? html` <span class="pill">again</span>` : nothing}</th><td class="muted"><code>${request.guid.slice(0, 8)}</code></td><td class="muted">${time(at, now)}</td><td class="muted">${response ? `${Math.round(response.duration * 1000)} ms` : ''}</td><td>${again}</td></tr>`;
  });
  const table =
    rows.length === 0
      ? html`<p class="muted quiet-line">None yet. Open an issue first.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Deliveries"><table class="facts deliveries"><thead><tr><th scope="col">Answer</th><th scope="col">Event</th><th scope="col">Id</th><th scope="col">When</th><th scope="col">Took</th><th scope="col"><span class="visually-hidden">Again</span></th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section class="panel panel-wide" id="deliveries" data-live><h2>${icon('webhook')} Webhook deliveries <span class="counter">${deliveries.length}</span></h2>${table}</section>`;
}

function verdict({ response }: Delivery): Html {
  if (response === undefined) return html`<span class="muted">on its way</span>`;
  const isGood = response.status >= 200 && response.status < 300;
  return html`${icon(isGood ? 'check-circle-fill' : 'x-circle-fill', isGood ? 'icon-open' : 'icon-closed')} ${response.status === 0 ? response.verdict : response.status}`;
}

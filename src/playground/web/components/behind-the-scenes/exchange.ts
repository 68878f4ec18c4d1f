import type { LoggedRequest } from '../../../../emulator/request-log.ts';
import type { Delivery } from '../../../../emulator/webhooks/delivery.ts';
import { type Html, html, nothing } from '../html.ts';
import { typed } from '../text.ts';

/** More of a text is not shown, in characters. */
const mostShown = 200_000;

/** What GitHub sent to the app in one webhook, and what the app answered. */
export function deliveryDetails({ request, response }: Delivery): Html {
  const answer =
    response === undefined
      ? html`<p class="muted">The app has not answered yet.</p>`
      : html`<p>${response.status === 0 ? response.verdict : `Status ${response.status}`}, after ${Math.round(response.duration * 1000)} ms</p>${block('Headers', headersText(response.headers))}${block('Body', response.body)}`;
  return html`${part('Request', html`${block('Headers', headersText(request.headers))}${block('Payload', json(request.payload))}`)}${part('Response', answer)}`;
}

/** What the app sent to GitHub in one request, and what GitHub answered. */
export function requestDetails({ method, path, sent, received, status }: LoggedRequest): Html {
  const isForgotten = sent === undefined && received === undefined;
  const { query, variables }: { query?: unknown; variables?: unknown } = Object(sent);
  const body =
    typeof query === 'string'
      ? html`${block('Document', query)}${block('Variables', json(variables ?? {}))}`
      : block('Body', sent === undefined ? '' : json(sent));
  const answer =
    status === 0
      ? html`<p class="muted">GitHub did not answer.</p>`
      : html`<p>Status ${status}</p>${block('Body', received === undefined ? '' : json(received))}`;
  return html`${part('Request', html`<p><code>${method} ${typed(path)}</code></p>${body}`)}${part('Response', answer)}${isForgotten ? html`<p class="muted">Bodies are kept for the last requests only.</p>` : nothing}`;
}

function part(title: string, content: Html): Html {
  return html`<section class="panel exchange"><h2>${title}</h2>${content}</section>`;
}

function block(title: string, text: string): Html {
  if (text === '') return nothing;
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}\n…` : text;
  return html`<h3>${title}</h3><pre tabindex="0" aria-label="${title}"><code>${typed(shown)}</code></pre>`;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function headersText(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

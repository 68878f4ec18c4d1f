import type { Hono } from 'hono';
import { homeOf, type Playground } from '../../../playground.ts';
import { deliveryDetails, requestDetails } from '../../components/behind-the-scenes/exchange.ts';
import { type Html, html } from '../../components/html.ts';
import { icon } from '../../components/icon.ts';
import { postForm } from '../../components/post-form.ts';
import { show } from '../../layout.ts';
import { leaveNotice } from '../../sessions.ts';
import type { WebEnvironment } from '../../visit.ts';

/** One webhook or one request, with what was sent and what was answered. */
export function addExchanges(pages: Hono<WebEnvironment>, playground: Playground): void {
  const { emulator } = playground;
  const list = `${homeOf(playground)}/behind-the-scenes`;
  const page = (title: string, name: Html, tools: Html, details: Html) => ({
    title,
    tab: 'behind' as const,
    content: html`<p class="back"><a href="${list}">Behind the scenes</a></p><div class="page-head"><h1 class="path">${name}</h1>${tools}</div>${details}`,
  });
  const deliveryOf = (id: string) =>
    emulator.webhooks.recentDeliveries().find((delivery) => delivery.id === Number(id));

  pages.get('/behind-the-scenes/deliveries/:id{[0-9]+}', (context) => {
    const delivery = deliveryOf(context.req.param('id'));
    if (delivery === undefined) return context.notFound();
    const { event, action, guid } = delivery.request;
    const name = html`${icon('webhook')} <code>${action === null ? event : `${event}.${action}`}</code> <span class="muted">${guid}</span>`;
    const again = postForm(
      context.get('visit'),
      { action: `${list}/deliveries/${delivery.id}` },
      html`<button class="button">${icon('sync')} Redeliver</button>`,
    );
    const details = html`<div id="exchange" data-live>${deliveryDetails(delivery)}</div>`;
    return show(context, playground, page('Webhook delivery', name, again, details));
  });

  pages.post('/behind-the-scenes/deliveries/:id{[0-9]+}', (context) => {
    const delivery = deliveryOf(context.req.param('id'));
    if (delivery === undefined) return context.notFound();
    emulator.webhooks.redeliver(delivery);
    leaveNotice(context, { kind: 'done', text: 'Redelivered, under the same id.' });
    return context.redirect(list, 303);
  });

  pages.get('/behind-the-scenes/requests/:index{[0-9]+}', (context) => {
    const request = emulator.requests.all[Number(context.req.param('index'))];
    if (request === undefined) return context.notFound();
    const { method, path, operation } = request;
    const name = html`${icon('arrow-right')} <code>${operation || `${method} ${path}`}</code>`;
    return show(context, playground, page('Request', name, html``, requestDetails(request)));
  });
}

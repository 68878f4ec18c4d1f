import { randomUUID } from 'node:crypto';
import { isGranted, signWebhook } from '../apps/app-registration.ts';
import type { Faults } from '../faults.ts';
import { checkWebhook } from '../schemas/validators.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Installation } from '../world/model.ts';
import { Delivery, type DeliveryRequest, type DeliveryResponse } from './delivery.ts';
import { type PayloadContext, payloadOf } from './payload.ts';

/** GitHub waits this long for an answer, and does not try again by itself. */
const patience = 10_000;

/** Failed deliveries can be sent again for three days. */
const keptFor = 3 * 24 * 3_600_000;

/** These reach every app, whatever it subscribed to. */
const always = new Set(['installation', 'installation_repositories']);

/** What else there is to sending. */
export interface Sending {
  readonly faults: Faults;
  readonly violated: (message: string) => void;
  /** Is told of each delivery that is sent or answered. */
  readonly changed: () => void;
}

/** Sends webhooks to the app, signed, and keeps account of them. */
export class Webhooks {
  readonly #context: PayloadContext;
  readonly #faults: Faults;
  readonly #violated: (message: string) => void;
  readonly #changed: () => void;
  readonly #deliveries: Delivery[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #late: DeliveryRequest[] = [];
  /** Where the app listens; nothing is sent before it is known. */
  target: string | undefined;

  constructor(context: PayloadContext, { faults, violated, changed }: Sending) {
    this.#context = context;
    this.#faults = faults;
    this.#violated = violated;
    this.#changed = changed;
  }

  /** Every attempt of the last three days, the newest first. */
  recentDeliveries(): Delivery[] {
    const oldest = this.#context.world.clock.now().getTime() - keptFor;
    return this.#deliveries.filter(({ time }) => time.getTime() > oldest).reverse();
  }

  /** Sends what an event calls for: to an app that is installed there, not suspended, and subscribed to it. */
  send(event: WorldEvent): void {
    const { app, world } = this.#context;
    const installation =
      'repository' in event ? world.installationFor(event.repository) : event.installation;
    const isWanted =
      always.has(event.event) || app.events.includes(event.event) || this.#isAskedToCheck(event);
    if (!installation || !isWanted) return;
    if (installation.suspendedAt && event.event !== 'installation') return;
    const request = this.#requestFor(event, installation);
    const name = request.action === null ? event.event : `${event.event}-${request.action}`;
    const fault = this.#faults.take(['webhook-lost', 'webhook-doubled', 'webhook-late'], name);
    if (fault === 'webhook-lost') return;
    if (fault === 'webhook-late') {
      this.#late.push(request);
      return;
    }
    this.#deliver(request, false);
    if (fault === 'webhook-doubled') this.#deliver(request, false);
    for (const late of this.#late.splice(0)) this.#deliver(late, false);
  }

  /** Apps that may write checks are subscribed to these without asking for it. */
  #isAskedToCheck(event: WorldEvent): boolean {
    return 'checkRun' in event && isGranted(this.#context.app, 'checks', 'write');
  }

  /** Sends one again, under the same id. */
  redeliver({ request }: Delivery): void {
    this.#deliver(request, true);
  }

  /** Waits until every webhook was answered, or given up. */
  async settle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #requestFor(event: WorldEvent, installation: Installation): DeliveryRequest {
    const { app } = this.#context;
    const payload = payloadOf(event, installation, this.#context);
    const action = 'action' in event ? event.action : null;
    const name = [event.event, action]
      .filter((part) => part !== null)
      .map((part) => part.replaceAll('_', '-'))
      .join('-');
    for (const message of checkWebhook(name, payload)) this.#violated(message);
    const body = JSON.stringify(payload);
    const guid = randomUUID();
    const headers = {
      accept: '*/*',
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/emulator',
      'x-github-delivery': guid,
      'x-github-event': event.event,
      'x-github-hook-id': '1',
      'x-github-hook-installation-target-id': `${app.id}`,
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature-256': signWebhook(app, body),
    };
    const repositoryId = 'repository' in event ? event.repository.id : null;
    return {
      guid,
      event: event.event,
      action,
      headers,
      payload,
      body,
      installationId: installation.id,
      repositoryId,
    };
  }

  #deliver(request: DeliveryRequest, isRedelivery: boolean): void {
    const { target } = this;
    if (target === undefined) return;
    const { world } = this.#context;
    const delivery = new Delivery(world.nextId(), request, isRedelivery, world.clock.now());
    this.#deliveries.push(delivery);
    const sent = post(target, request).then((response) => {
      delivery.response = response;
      this.#running.delete(sent);
      this.#changed();
    });
    this.#running.add(sent);
    this.#changed();
  }
}

async function post(target: string, { headers, body }: DeliveryRequest): Promise<DeliveryResponse> {
  const started = performance.now();
  const duration = () => Math.round(performance.now() - started) / 1000;
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(target, { method: 'POST', headers, body, signal });
    const text = await response.text();
    const verdict = response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`;
    const { status } = response;
    return {
      status,
      headers: Object.fromEntries(response.headers),
      body: text,
      duration: duration(),
      verdict,
    };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    const verdict = isLate ? 'timed out' : 'failed to connect to host';
    return { status: 0, headers: {}, body: '', duration: duration(), verdict };
  }
}

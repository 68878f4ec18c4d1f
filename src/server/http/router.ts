import type { IncomingMessage } from 'node:http';
import type { Metrics } from '../metrics.ts';
import type { Service } from '../service.ts';
import type { Settings } from '../settings/settings.ts';
import { healthResponse } from './health.ts';
import { type HttpResponse, methodNotAllowed } from './http-response.ts';
import { page } from './page.ts';
import { BodyReader } from './read-body.ts';
import { takeWebhook } from './webhook.ts';

/** Answers whoever comes from outside: GitHub, whoever watches the server, and people who open its address. */
export class Router {
  /** Undefined while it starts. */
  service: Service | undefined;
  readonly #webhookPaths: ReadonlySet<string>;
  readonly #secret: string;
  readonly #bodies = new BodyReader();
  readonly #startedAt = new Date();

  constructor({ webhookPath, webhookSecret }: Pick<Settings, 'webhookPath' | 'webhookSecret'>) {
    this.#webhookPaths = new Set(['/', webhookPath]);
    this.#secret = webhookSecret;
  }

  async handle(request: IncomingMessage): Promise<HttpResponse> {
    const path = pathOf(request);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/healthz') {
      if (!isReading) return methodNotAllowed('GET', 'HEAD');
      const known = await statsOf(this.service);
      const lastSweep = this.service?.lastSweep();
      return healthResponse({ startedAt: this.#startedAt, lastSweep, ...known }, new Date());
    }
    if (path === '/' && isReading) return page(200, 'home');
    if (!this.#webhookPaths.has(path)) return { status: 404, close: true };
    if (request.method !== 'POST') {
      return path === '/' ? methodNotAllowed('GET', 'HEAD', 'POST') : methodNotAllowed('POST');
    }
    // What comes before the app has started is found by the sweep that it starts with.
    const { service } = this;
    if (service === undefined) return { status: 503, close: true };
    return takeWebhook(request, { service, bodies: this.#bodies, secret: this.#secret });
  }
}

/** Answers whoever collects metrics. @param service undefined while it starts */
export async function handleMetrics(
  request: IncomingMessage,
  metrics: Metrics,
  service: Pick<Service, 'stats'> | undefined,
): Promise<HttpResponse> {
  if (pathOf(request) !== '/metrics') return { status: 404, close: true };
  if (request.method !== 'GET') return methodNotAllowed('GET');
  const { stats, isDatabaseAway } = await statsOf(service);
  const body = await metrics.write(stats, isDatabaseAway);
  return { status: 200, type: metrics.contentType, body };
}

/** How work stands. Only a database keeps that from being known. */
async function statsOf(service: Pick<Service, 'stats'> | undefined) {
  try {
    return { stats: await service?.stats(), isDatabaseAway: false };
  } catch {
    return { stats: undefined, isDatabaseAway: true };
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}

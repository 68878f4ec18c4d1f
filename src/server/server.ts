import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type Listener, type ListenOptions, listen } from './http/listen.ts';
import { handleMetrics, Router } from './http/router.ts';
import { createMetrics } from './metrics.ts';
import type { CreateService, Service } from './service.ts';
import type { ListenAddress, Settings } from './settings/settings.ts';

/** How a server is started. */
export interface ServerOptions {
  readonly settings: Settings;
  readonly createService: CreateService;
  readonly logger: Logger;
  /** How long a request may take to come in whole, in milliseconds; 10 seconds, if left out. */
  readonly requestTimeout?: number;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  /** Where metrics are served, if anywhere. */
  readonly metricsUrl: string | undefined;
  /** Takes no more requests, and resolves when running jobs ended, or the time is over. */
  stop(milliseconds: number): Promise<void>;
}

/**
 * Starts the server. It listens before it starts the service: where the address is taken, another may be at work already.
 *
 * @returns the server, or the problem with an address
 * @throws whatever `createService` throws
 */
export async function startServer(options: ServerOptions): Promise<Result<RunningServer>> {
  const { settings, createService, logger, requestTimeout = 10_000 } = options;
  const metrics = createMetrics();
  const router = new Router(settings);
  const common = {
    requestTimeout,
    onError: (error: unknown) => logger.error('A request failed', { error }),
  };
  const places: [prefix: string, place: ListenOptions][] = [
    ['', { ...settings.address, ...common, handle: (request) => router.handle(request) }],
  ];
  if (settings.metricsAddress) {
    const place = { ...settings.metricsAddress, ...common };
    const handle: ListenOptions['handle'] = (request) =>
      handleMetrics(request, metrics, router.service);
    places.push(['METRICS_', { ...place, handle }]);
  }
  const open: Listener[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(open.map((listener) => listener.stop()));
  };
  for (const [prefix, place] of places) {
    try {
      open.push(await listen(place));
    } catch (error) {
      await close();
      return failure(cannotListen(prefix, place, error));
    }
  }
  let service: Service;
  try {
    service = await createService(settings, metrics.telemetry, logger);
  } catch (error) {
    await close();
    throw error;
  }
  router.service = service;
  return success({
    url: open[0]?.url ?? '',
    metricsUrl: open[1]?.url,
    async stop(milliseconds) {
      const closed = close();
      await service.stop(milliseconds);
      for (const listener of open) listener.end();
      await closed;
    },
  });
}

/** What the system says of a host that is unknown, or not this machine's. */
const hostCodes = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EAI_AGAIN', 'EINVAL', 'ENOTFOUND'];

function cannotListen(prefix: string, { host }: ListenAddress, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || !hostCodes.includes(code)) {
    return problem('server-cannot-listen', `${prefix}PORT`, { reason: message });
  }
  const variable = `${prefix}HOST`;
  return problem('server-host-unfit', variable, { host, reason: message, variable });
}

import { type Listener, listen } from '../http/listen.ts';
import { Registration, type RegistrationOptions } from './registration.ts';

/** A registration that waits for the operator's browser. */
export interface RunningRegistration {
  /** What to open. */
  readonly url: string;
  /** Resolves when the app was registered and kept, and the browser was told so. */
  readonly done: Promise<void>;
}

/** Where it may listen: a server of ours may have taken the first. */
export const registrationPorts = { first: 3000, last: 3019 };

/** Serves the manifest flow on loopback until it is done. @returns undefined where no port is free */
export async function startRegistration(
  options: RegistrationOptions,
): Promise<RunningRegistration | undefined> {
  for (let port = registrationPorts.first; port <= registrationPorts.last; port += 1) {
    const registration = new Registration(options, port);
    const finished = Promise.withResolvers<void>();
    const place = { host: '127.0.0.1', port, requestTimeout: 10_000, onError: options.onFailure };
    const listener = await listen({
      ...place,
      handle: async (request) => {
        const { isDone = false, ...response } = await registration.handle(request);
        if (isDone) finished.resolve();
        return response;
      },
    }).catch(whereTaken);
    if (listener === undefined) continue;
    const done = finished.promise.then(() => listener.stop());
    return { url: `${listener.url}/`, done };
  }
  return undefined;
}

function whereTaken(error: NodeJS.ErrnoException): Listener | undefined {
  if (error.code === 'EADDRINUSE') return undefined;
  throw error;
}

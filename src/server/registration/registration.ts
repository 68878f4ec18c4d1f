import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type HttpResponse, methodNotAllowed } from '../http/http-response.ts';
import { page } from '../http/page.ts';
import { exchangeCode, type RegisteredApp } from './exchange-code.ts';
import { appSettingsUrl, type GithubSite } from './github-site.ts';
import { writeManifest } from './write-manifest.ts';

/** What an app is registered with. */
export interface RegistrationOptions {
  readonly site: GithubSite;
  /** The text of `app.yml`. */
  readonly appFile: string;
  readonly name: string | undefined;
  /** Where the app's server is reached from outside. */
  readonly serverUrl: string;
  /** Keeps what GitHub gave. @throws Error where it could not be kept */
  readonly keep: (app: RegisteredApp) => Promise<void>;
  /** Is told why a try failed; another may follow. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * GitHub's manifest flow, as an operator's browser walks through it: our page sends the manifest to GitHub, GitHub sends
 * the browser back with a code, the code is exchanged for the app. The browser never sees a secret.
 */
export class Registration {
  readonly #options: RegistrationOptions;
  readonly #address: string;
  readonly #port: number;
  /** Proves that whoever comes back is who went. Each is good for one time. */
  #state = randomBytes(32).toString('base64url');

  /** @param port on which the browser reaches this */
  constructor(options: RegistrationOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.#address = `http://127.0.0.1:${port}`;
  }

  /** Answers a request. `isDone` once the app was registered and kept. */
  async handle(request: IncomingMessage): Promise<HttpResponse & { readonly isDone?: boolean }> {
    // A stranger's page whose name was made to lead to this machine still sends its own name.
    const ours = [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`];
    if (!ours.includes(request.headers.host ?? '')) return { status: 421, close: true };
    const target = URL.parse(request.url ?? '', this.#address);
    const isStart = target?.pathname === '/';
    if (target === null || (!isStart && target.pathname !== '/registered')) {
      return page(404, 'not-found');
    }
    if (request.method !== 'GET') return methodNotAllowed('GET');
    return isStart ? this.#start() : this.#finish(target.searchParams);
  }

  #start(): HttpResponse {
    const { site, appFile, name, serverUrl } = this.#options;
    const redirectUrl = `${this.#address}/registered`;
    const manifest = writeManifest(appFile, { name, url: serverUrl, redirectUrl });
    const action = `${appSettingsUrl(site)}/new?state=${this.#state}`;
    return page(200, 'register', { action, manifest, serverUrl }, new URL(site.web).origin);
  }

  async #finish(query: URLSearchParams): Promise<HttpResponse & { readonly isDone?: boolean }> {
    const code = query.get('code') ?? '';
    if (!isSame(query.get('state') ?? '', this.#state) || !/^[\w-]{1,200}$/.test(code)) {
      return page(400, 'not-registered');
    }
    this.#state = randomBytes(32).toString('base64url');
    try {
      const app = await exchangeCode(this.#options.site.api, code);
      await this.#options.keep(app);
      const installUrl = `${app.url}/installations/new`;
      return { ...page(200, 'registered', { name: app.name, installUrl }), isDone: true };
    } catch (error) {
      this.#options.onFailure(error);
      return page(502, 'not-registered');
    }
  }
}

/** Compares in a time that tells nothing of where they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

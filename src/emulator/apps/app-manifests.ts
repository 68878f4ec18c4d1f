import { randomBytes } from 'node:crypto';
import { isObject } from '../json-object.ts';
import { Refusal } from '../refusal.ts';
import { type AppRegistration, registerApp } from './app-registration.ts';

/** GitHub's documentation: all steps have to be done within an hour. */
const codeLife = 3_600_000;

/** A manifest that somebody confirmed on GitHub's page, waiting to be taken up. */
interface Offer {
  readonly app: AppRegistration;
  /** By the machine's clock, as with tokens. */
  readonly expires: number;
}

/** The apps that were registered since this GitHub started, each from a manifest that was sent to it. */
export class AppManifests {
  readonly #offers = new Map<string, Offer>();
  readonly #registered: AppRegistration[] = [];

  /**
   * Takes the form that leads to GitHub's page for new apps, and confirms it there.
   *
   * @param manifest JSON, as the form's field `manifest` holds it
   * @returns the code that GitHub hands back in the address it redirects to
   * @throws Refusal for what GitHub's page would refuse
   */
  offer(manifest: string): string {
    requireManifest(manifest);
    const code = randomBytes(20).toString('hex');
    const app = registerApp(manifest, this.#offers.size + 2);
    this.#offers.set(code, { app, expires: Date.now() + codeLife });
    return code;
  }

  /** The app of a code that was not used before and is not too old. */
  convert(code: string): AppRegistration | undefined {
    const offer = this.#offers.get(code);
    if (!offer || offer.expires <= Date.now()) return undefined;
    if (this.#registered.includes(offer.app)) return undefined;
    this.#registered.push(offer.app);
    return offer.app;
  }

  /** The registered app that calls itself by this id. */
  find(id: string): AppRegistration | undefined {
    return this.#registered.find((app) => String(app.id) === id);
  }
}

/** Checks what GitHub's documentation of manifests marks as required, and that webhooks can reach their address. */
function requireManifest(manifest: string): void {
  const read: unknown = parseJson(manifest);
  if (!isObject(read)) throw refused('The manifest is not valid JSON');
  if (typeof read['url'] !== 'string') throw refused("'url' wasn't supplied");
  const { hook_attributes: hook } = read;
  if (hook === undefined) return;
  const address = isObject(hook) ? String(hook['url'] ?? '') : '';
  if (!URL.canParse(address)) throw refused('Hook url cannot be blank');
  const { hostname } = new URL(address);
  if (/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)) {
    const reason = "is not supported because it isn't reachable over the public Internet";
    throw refused(`Hook url ${reason} (${hostname})`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(reason: string): Refusal {
  return new Refusal('UNPROCESSABLE', `Invalid GitHub App configuration: ${reason}`);
}

import { readPrivateKey } from '../settings/private-key.ts';

/** An app as GitHub registered it. */
export interface RegisteredApp {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  /** Its page. */
  readonly url: string;
  /** PEM. */
  readonly privateKey: string;
  /** GitHub gives none to an app without webhooks. */
  readonly webhookSecret: string | undefined;
}

/** How long GitHub may take, in milliseconds. */
const timeout = 15_000;

/**
 * Exchanges the code with which GitHub sends a browser back for the app. A code is good for one time and one hour.
 *
 * @param api of the GitHub that gave the code
 * @throws Error that says why there is no app, without what GitHub answered: that may hold its key
 */
export async function exchangeCode(api: string, code: string): Promise<RegisteredApp> {
  const response = await fetch(`${api}/app-manifests/${encodeURIComponent(code)}/conversions`, {
    method: 'POST',
    headers: { accept: 'application/vnd.github+json', 'user-agent': 'poweredby' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch((error: unknown) => {
    throw new Error(`GitHub's API at ${api} cannot be reached`, { cause: error });
  });
  if (response.status !== 201) {
    await response.body?.cancel();
    throw new Error(`GitHub answered with ${response.status}`);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const app = readApp(answer);
  if (app === undefined) throw new Error('GitHub answered with no app');
  return app;
}

function readApp(answer: unknown): RegisteredApp | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { id, name, slug, html_url, pem, webhook_secret }: Readonly<Record<string, unknown>> = {
    ...answer,
  };
  const privateKey = typeof pem === 'string' ? readPrivateKey(pem) : undefined;
  const url = typeof html_url === 'string' ? URL.parse(html_url) : null;
  const isWhole =
    Number.isSafeInteger(id) && typeof name === 'string' && /^[\w-]+$/.test(String(slug));
  if (!isWhole || privateKey === undefined || !/^https?:$/.test(url?.protocol ?? '')) {
    return undefined;
  }
  return {
    id: Number(id),
    name,
    slug: String(slug),
    url: url?.href ?? '',
    privateKey,
    webhookSecret: typeof webhook_secret === 'string' ? webhook_secret : undefined,
  };
}

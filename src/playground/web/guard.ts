import { isIP } from 'node:net';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { isOwnToken } from './sessions.ts';
import type { WebContext, WebEnvironment } from './visit.ts';

/** The largest file that GitHub takes for a picture, in bytes; the rest of a form has room beside it. */
export const largestUpload = 10 * 1024 * 1024;

/** The same in words. */
export const largestUploadWords = `${largestUpload / 1024 ** 2} MB`;

const largestBody = largestUpload + 512 * 1024;

/** Our pages show and run what comes from here, and nothing else. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** For what strangers uploaded or wrote: it is shown, and can do nothing, for no script runs. */
export const powerlessPolicy =
  "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; frame-ancestors 'self'; form-action 'none'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** Headers of every answer, where it has none of its own. */
export const safeHeaders = createMiddleware<WebEnvironment>(async (context, next) => {
  await next();
  const { headers } = context.res;
  const set = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  set('content-security-policy', contentPolicy);
  set('x-content-type-options', 'nosniff');
  set('referrer-policy', 'same-origin');
  set('cross-origin-opener-policy', 'same-origin');
  set('cross-origin-resource-policy', 'same-origin');
  set('cache-control', 'no-store');
});

/**
 * Lets only those in who ask for an address or for `localhost`: a foreign name that was made to lead here would let a
 * foreign page read ours.
 *
 * @param host another name by which we may be asked for
 */
export function knownHost(host: string) {
  return createMiddleware<WebEnvironment>(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    const address = hostname.replace(/^\[|\]$/g, '');
    if (isIP(address) !== 0 || hostname === 'localhost' || hostname === host) return next();
    return context.text('This playground does not answer to that host name.', 403);
  });
}

/** Lets only forms of our own pages change anything. */
export const ownForms = createMiddleware<WebEnvironment>(async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
  if (!comesFromHere(context)) return context.text('This form was sent from another site.', 403);
  const token = context.req.header('x-csrf-token') ?? (await readForm(context)).get('csrf');
  if (typeof token === 'string' && isOwnToken(context, token)) return next();
  return context.text(
    'The playground has restarted since this page was loaded. Go back, reload the page, and try again.',
    403,
  );
});

/** A browser says where a form comes from by at least one of these. */
function comesFromHere(context: WebContext): boolean {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  if (origin === undefined && site === undefined) return false;
  const isOwnOrigin = origin === undefined || origin === new URL(context.req.url).origin;
  return isOwnOrigin && (site === undefined || site === 'same-origin');
}

/** Refuses what is too large before it is read. @param refuse makes the answer */
export function sizeLimit(refuse: (context: WebContext) => Response | Promise<Response>) {
  return bodyLimit({ maxSize: largestBody, onError: refuse });
}

/** What a form was filled in with; read once. @throws nothing: what is no form is an empty one */
export async function readForm(context: WebContext): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch {
    return new FormData();
  }
}

/** A field's text; empty where there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

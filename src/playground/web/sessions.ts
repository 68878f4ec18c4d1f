import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { shorten } from '../../text/shorten.ts';
import { findPerson, type Identity, people } from '../people.ts';
import type { Playground } from '../playground.ts';
import type { Notice, WebContext, WebEnvironment } from './visit.ts';

const options = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;

/** Cookies are shared by all ports of a host, so each playground has names of its own. */
function cookie(context: WebContext, name: string): string {
  const port = new URL(context.req.url).port;
  return `playground-${port}-${name}`;
}

/** In this header our script says whom the page shows from which it asks. */
const shownPerson = 'x-person';

/** Finds out who the visitor is, and gives a new one a session. */
export function sessions({ emulator, changes }: Playground) {
  const secret = randomBytes(32);
  const tokenOf = (session: string) =>
    createHmac('sha256', secret).update(session).digest('base64url');
  return createMiddleware<WebEnvironment>(async (context, next) => {
    const known = getCookie(context, cookie(context, 'session'));
    const session = known ?? randomBytes(16).toString('base64url');
    if (known === undefined) setCookie(context, cookie(context, 'session'), session, options);
    const shown = findPerson(context.req.header(shownPerson));
    const kept = findPerson(getCookie(context, cookie(context, 'person')));
    const identity = shown ?? kept ?? people[0];
    const person = emulator.as(identity.login);
    const notice = takeNotice(context);
    const { version } = changes;
    context.set('visit', { identity, person, token: tokenOf(session), notice, version });
    await next();
  });
}

/** Whether a token is the visitor's own. */
export function isOwnToken(context: WebContext, token: string): boolean {
  const own = Buffer.from(context.get('visit').token);
  const given = Buffer.from(token);
  return own.length === given.length && timingSafeEqual(own, given);
}

/** Lets the visitor be somebody else from now on. */
export function becomePerson(context: WebContext, { key }: Identity): void {
  setCookie(context, cookie(context, 'person'), key, options);
}

/** Keeps a sentence for the next page. */
export function leaveNotice(context: WebContext, notice: Notice): void {
  const { kind, text } = notice;
  // A browser keeps 4096 bytes of a cookie, and a character may become nine of them.
  const most = /^[ -~“”’…]*$/.test(text) ? 1400 : 350;
  const value = JSON.stringify({ kind, text: shorten(text, most) });
  setCookie(context, cookie(context, 'notice'), value, { ...options, maxAge: 60 });
}

/** A page that is only asked for what is new must not use the sentence up. */
function takeNotice(context: WebContext): Notice | undefined {
  const value = getCookie(context, cookie(context, 'notice'));
  const isPage = context.req.method === 'GET' && context.req.header('sec-fetch-dest') !== 'empty';
  const isDocument = isPage && (context.req.header('accept') ?? '').includes('text/html');
  if (value === undefined || !isDocument || context.req.header('x-live')) return undefined;
  setCookie(context, cookie(context, 'notice'), '', { ...options, maxAge: 0 });
  try {
    const { kind, text }: Partial<Notice> = JSON.parse(value);
    return { kind: kind === 'refused' ? 'refused' : 'done', text: String(text) };
  } catch {
    return undefined;
  }
}

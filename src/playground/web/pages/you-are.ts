import type { Hono } from 'hono';
import { findPerson } from '../../people.ts';
import { readForm, textOf } from '../guard.ts';
import { becomePerson } from '../sessions.ts';
import type { WebEnvironment } from '../visit.ts';

/** Lets a visitor be somebody else. */
export function addYouAre(web: Hono<WebEnvironment>): void {
  web.post('/you-are', async (context) => {
    const form = await readForm(context);
    const identity = findPerson(textOf(form, 'person'));
    if (identity) becomePerson(context, identity);
    const back = textOf(form, 'back');
    return context.redirect(pathOfOurs(back), 303);
  });
}

/** The path in an address, if that is one of ours: `//host` leads elsewhere, and so does whatever browsers take for it. */
function pathOfOurs(address: string): string {
  const here = 'http://here.invalid';
  const url = URL.parse(address, here);
  return url?.origin === here && address.startsWith('/') ? url.pathname + url.search : '/';
}

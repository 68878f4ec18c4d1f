import type { Hono } from 'hono';
import { readForm, textOf } from '../guard.ts';
import { becomePerson } from '../sessions.ts';
import type { WebEnvironment } from '../visit.ts';

/** Lets a visitor be somebody else. */
export function addYouAre(web: Hono<WebEnvironment>): void {
  web.post('/you-are', async (context) => {
    const form = await readForm(context);
    becomePerson(context, textOf(form, 'person'));
    const back = textOf(form, 'back');
    // A path of ours only: `//host` would lead elsewhere.
    const isPath = /^\/(?![/\\])/.test(back);
    return context.redirect(isPath ? back : '/', 303);
  });
}

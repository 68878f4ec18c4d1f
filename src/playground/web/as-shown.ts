import { createMiddleware } from 'hono/factory';
import { findPerson } from '../people.ts';
import type { Playground } from '../playground.ts';
import { readForm, textOf } from './guard.ts';
import { becomePerson } from './sessions.ts';
import type { WebEnvironment } from './visit.ts';

/**
 * Lets a form act as the one whom its page shows, and the visitor be that one from then on: the tabs of a browser share
 * their cookies, and somebody else may have been chosen in another.
 */
export function asShown({ emulator }: Playground) {
  return createMiddleware<WebEnvironment>(async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const identity = findPerson(textOf(await readForm(context), 'as'));
    if (identity) {
      becomePerson(context, identity);
      context.set('visit', {
        ...context.get('visit'),
        identity,
        person: emulator.as(identity.login),
      });
    }
    return next();
  });
}

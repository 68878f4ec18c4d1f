import { Refusal } from '../../emulator/refusal.ts';
import { leaveNotice } from './sessions.ts';
import type { Notice, WebContext } from './visit.ts';

/**
 * Does what a form asks for, and shows a page then. What GitHub refuses is said on top of it.
 *
 * @param deed gives the address of the page to show, where that is another
 */
export async function act(
  context: WebContext,
  target: string,
  // biome-ignore lint/suspicious/noConfusingVoidType: a deed that leads nowhere else returns nothing
  deed: () => Promise<string | void> | string | void,
) {
  try {
    const elsewhere = await deed();
    return context.redirect(elsewhere || target, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    leaveNotice(context, refusalNotice(error));
    return context.redirect(target, 303);
  }
}

/** What GitHub says when it refuses, as a sentence for the one who asked. */
export function refusalNotice({ type, message }: Refusal): Notice {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  const isForbidden = type === 'FORBIDDEN';
  const text = isForbidden ? `That is not allowed: ${sentence}` : `GitHub refuses: ${sentence}`;
  return { kind: 'refused', text };
}

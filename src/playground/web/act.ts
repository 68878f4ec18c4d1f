import { Refusal } from '../../emulator/refusal.ts';
import { leaveNotice } from './sessions.ts';
import type { WebContext } from './visit.ts';

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
    leaveNotice(context, { kind: 'refused', text: sentenceOf(error) });
    return context.redirect(target, 303);
  }
}

/** What GitHub says when it refuses, as a sentence for the one who asked. */
function sentenceOf({ type, message }: Refusal): string {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return type === 'FORBIDDEN' ? `That is not allowed: ${sentence}` : `GitHub refuses: ${sentence}`;
}

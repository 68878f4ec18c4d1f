import * as z from 'zod';
import type { CommentFacts, Thread } from '../../../github/nodes/thread.ts';
import { type AnsweredCommands, answeredCommands } from '../commands/answered-commands.ts';
import { readMarker } from './marker.ts';

/** A comment of ours that answers commands. */
export interface AnswerComment {
  readonly comment: CommentFacts;
  readonly commands: AnsweredCommands;
}

/** A comment of ours that notifies somebody. */
export interface NotificationComment {
  readonly comment: CommentFacts;
  /** What was told: see `notificationCauses`. */
  readonly causes: readonly string[];
}

const answersNote = z.object({ commands: answeredCommands });
const notificationNote = z.object({ causes: z.array(z.string()) });

/** Our comments in a thread that answer commands, the oldest first. */
export function findAnswerComments(thread: Thread): readonly AnswerComment[] {
  return thread.flatMap((comment) => {
    if (!comment.isOurs) return [];
    const note = answersNote.safeParse(readMarker(comment.body, 'poweredby-answers')).data;
    return note ? [{ comment, commands: note.commands }] : [];
  });
}

/** The commands that our comments in a thread answer. */
export function answeredIn(thread: Thread): AnsweredCommands {
  return Object.assign({}, ...findAnswerComments(thread).map(({ commands }) => commands));
}

/** Our newest comment in a thread that notifies somebody. */
export function findLastNotification(thread: Thread): NotificationComment | undefined {
  return thread
    .flatMap((comment) => {
      if (!comment.isOurs) return [];
      const marker = readMarker(comment.body, 'poweredby-notification');
      const note = notificationNote.safeParse(marker).data;
      return note ? [{ comment, ...note }] : [];
    })
    .at(-1);
}

import * as z from 'zod';
import { savedWorld } from './saved-world.ts';

/** Everything that outlives the process, beside what is in git and in the attachments' own files. */
export const savedState = z.object({
  version: z.literal(1),
  /** What the app proves with that it is itself. */
  secrets: z.object({ privateKey: z.string(), webhookSecret: z.string() }),
  /** How far the clock was turned, in milliseconds. */
  turned: z.int(),
  attachments: z.object({
    /** Issues name it. */
    port: z.int(),
    files: z.array(
      z.object({
        id: z.string().regex(/^[-\w]+$/),
        name: z.string(),
        type: z.string(),
        isPrivate: z.boolean(),
      }),
    ),
  }),
  world: savedWorld,
});

export type SavedState = z.output<typeof savedState>;

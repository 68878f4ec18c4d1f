import { createHash } from 'node:crypto';
import type { Job } from '../queue.ts';

/** A job as `poweredby.add_jobs` takes it. */
export interface StoredJob<Each extends Job> {
  /** Of its lane and key. */
  readonly key: string;
  /** The named queue of its lane. */
  readonly queue: string;
  readonly group: string;
  readonly priority: number;
  /** In how many it is its time; below 0 where that was before. */
  readonly milliseconds: number;
  /** Among those that are added with it. */
  readonly place: number;
  readonly job: Each;
}

/** graphile-worker's bounds, in characters. */
const longest = { queue: 128, key: 512 };

/** The named queue of a lane. */
export function laneName(lane: string): string {
  return shortened(lane, longest.queue);
}

/** What tells apart jobs of which at most one waits. */
export function jobKey({ lane, key }: Job): string {
  return shortened(`${lane} ${key}`, longest.key);
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const digest = createHash('sha256').update(text).digest('hex');
  return `${text.slice(0, most - digest.length - 1)} ${digest}`;
}

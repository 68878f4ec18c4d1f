import { LruCache } from '../../cache/lru-cache.ts';
import type { AddComment, Change, UpdateComment } from '../../github/changes/change.ts';
import type { ChangeResult } from '../../github/changes/change-result.ts';
import type { Thread } from '../../github/nodes/thread.ts';
import type { Clock } from '../../time/clock.ts';

/** A thread as it was read. */
interface ReadThread {
  /** Of the issue or pull request. */
  readonly id: string;
  readonly thread: Thread;
}

/** The newest comment of ours in a thread. */
interface Written {
  /** Its id, and when it was written by GitHub's clock; nothing where it is not known whether it was. */
  readonly known: { readonly id: string; readonly updatedAt: Date } | undefined;
  readonly body: string;
  /** Until when it may not be shown, by our clock. */
  readonly until: number;
}

const mostKept = 10_000;

/** So long, in milliseconds, a read may not show what we wrote. */
const longestLag = 60_000;

/** And what we may have written, where no answer came: if it is not shown by then, it is not there. */
const longestDoubt = 10_000;

/**
 * The comments that we wrote a moment ago. Who does not see one yet would write it a second time. It may be lost: a status
 * comment that came twice is deleted at the next look.
 */
export class OwnComments {
  readonly #clock: Clock;
  /** By the id of the issue or pull request. */
  readonly #written = new LruCache<Written>(mostKept);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes what is about to be sent: should no answer come, it may have had its effect. */
  expect(changes: readonly Change[]): void {
    const until = this.#clock.now() + longestDoubt;
    for (const change of changes) {
      if (!isWriting(change)) continue;
      this.#written.set(change.subjectId, { known: undefined, body: change.body, until });
    }
  }

  /** Notes what became of it. */
  learn(results: readonly ChangeResult[]): void {
    for (const result of results) {
      if (result.kind === 'comment-written') {
        const { id, updatedAt, change } = result;
        const until = this.#clock.now() + longestLag;
        this.#written.set(change.subjectId, { known: { id, updatedAt }, body: change.body, until });
      } else if (result.kind === 'failed' && isWriting(result.change)) {
        const { subjectId, body: refused } = result.change;
        this.#forget(subjectId, ({ body }) => body === refused);
      } else if (result.kind === 'done' && result.change.kind === 'delete-comment') {
        const { subjectId, commentId } = result.change;
        this.#forget(subjectId, ({ known }) => known?.id === commentId);
      }
    }
  }

  /** Whether a read shows what we wrote last in a thread. */
  isShownIn({ id, thread }: ReadThread): boolean {
    const written = this.#written.get(id);
    if (!written || written.until <= this.#clock.now()) return true;
    const { known, body } = written;
    if (!known) return thread.some((comment) => comment.isOurs && comment.body === body);
    return thread.some((each) => each.id === known.id && each.updatedAt >= known.updatedAt);
  }

  #forget(subject: string, isMeant: (written: Written) => boolean): void {
    const written = this.#written.get(subject);
    if (written && isMeant(written)) this.#written.delete(subject);
  }
}

function isWriting(change: Change): change is AddComment | UpdateComment {
  return change.kind === 'add-comment' || change.kind === 'update-comment';
}

import { createHash } from 'node:crypto';
import type { AddComment, Change, UpdateComment } from '../../github/changes/change.ts';
import type { ChangeResult } from '../../github/changes/change-result.ts';
import type { Thread } from '../../github/nodes/thread.ts';
import type { Memory } from '../../queue/shared-state.ts';

/** A thread as it was read. */
interface ReadThread {
  /** Of the issue or pull request. */
  readonly id: string;
  readonly thread: Thread;
}

/** The newest comment of ours in a thread. Plain JSON, without a word of it. */
export interface WrittenComment {
  /** Its id, and when it was written by GitHub's clock; nothing where it is not known whether it was. */
  readonly known?: { readonly id: string; readonly updatedAt: number };
  /** A digest of its text. */
  readonly body: string;
}

/** So long, in milliseconds, a read may not show what we wrote. */
const longestLag = 60_000;

/** And what we may have written, where no answer came: if it is not shown by then, it is not there. */
const longestDoubt = 10_000;

/**
 * The comments that we wrote a moment ago. Who does not see one yet would write it a second time. It may be lost: a status
 * comment that came twice is deleted at the next look.
 */
export class OwnComments {
  /** By the id of the issue or pull request. */
  readonly #written: Memory<WrittenComment>;

  constructor(written: Memory<WrittenComment>) {
    this.#written = written;
  }

  /** Notes what is about to be sent: should no answer come, it may have had its effect. */
  async expect(changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      if (!isWriting(change)) continue;
      const written = { body: digestOf(change.body) };
      await this.#written.set(change.subjectId, written, longestDoubt);
    }
  }

  /** Notes what became of it. */
  async learn(results: readonly ChangeResult[]): Promise<void> {
    for (const result of results) {
      if (result.kind === 'comment-written') {
        const { id, updatedAt, change } = result;
        const known = { id, updatedAt: updatedAt.getTime() };
        const written = { known, body: digestOf(change.body) };
        await this.#written.set(change.subjectId, written, longestLag);
      } else if (result.kind === 'failed' && isWriting(result.change)) {
        const { subjectId, body } = result.change;
        const refused = digestOf(body);
        await this.#forget(subjectId, (written) => written.body === refused);
      } else if (result.kind === 'done' && result.change.kind === 'delete-comment') {
        const { subjectId, commentId } = result.change;
        await this.#forget(subjectId, ({ known }) => known?.id === commentId);
      }
    }
  }

  /** Whether a read shows what we wrote last in a thread. */
  async isShownIn({ id, thread }: ReadThread): Promise<boolean> {
    const written = await this.#written.get(id);
    if (!written) return true;
    const { known, body } = written;
    if (!known) {
      return thread.some((comment) => comment.isOurs && digestOf(comment.body) === body);
    }
    return thread.some(
      (each) => each.id === known.id && each.updatedAt.getTime() >= known.updatedAt,
    );
  }

  async #forget(subject: string, isMeant: (written: WrittenComment) => boolean): Promise<void> {
    const written = await this.#written.get(subject);
    if (written && isMeant(written)) await this.#written.delete(subject);
  }
}

function isWriting(change: Change): change is AddComment | UpdateComment {
  return change.kind === 'add-comment' || change.kind === 'update-comment';
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

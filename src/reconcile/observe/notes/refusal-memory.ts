import { type RepositoryName, repositoryKey } from '../../../github/repository-name.ts';
import type { Memory } from '../../../queue/shared-state.ts';
import type { CommandComment } from '../commands/command-comment.ts';
import type { RefusedBefore } from './notes.ts';
import { isRetryDue } from './retry-time.ts';

/** What our comment would note, if GitHub let us write it. Plain JSON. */
export interface RememberedRefusals extends RefusedBefore {
  /** The commands that were evaluated, by the ids of their comments, and whether they were accepted. */
  readonly answers: Readonly<Record<string, boolean>>;
}

/** So long they are kept, in milliseconds: they are tried again once a day. */
const kept = 2 * 24 * 60 * 60_000;

/** What GitHub refused in issues where it refuses our comment, too. It may be lost; then it is tried once more. */
export class RefusalMemory {
  readonly #kept: Memory<RememberedRefusals>;

  constructor(memory: Memory<RememberedRefusals>) {
    this.#kept = memory;
  }

  async get(repository: RepositoryName, issue: number): Promise<RememberedRefusals | undefined> {
    return this.#kept.get(keyOf(repository, issue));
  }

  /** @param refused nothing forgets it */
  async set(
    repository: RepositoryName,
    issue: number,
    refused: RememberedRefusals | undefined,
  ): Promise<void> {
    if (refused) await this.#kept.set(keyOf(repository, issue), refused, kept);
    else await this.#kept.delete(keyOf(repository, issue));
  }

  /**
   * Whether the same was refused before, and is not tried again yet.
   *
   * @param after what it follows from
   * @param now milliseconds since 1970
   */
  async isHeld(
    repository: RepositoryName,
    issue: number,
    after: string,
    now: number,
  ): Promise<boolean> {
    const before = await this.get(repository, issue);
    return before?.after === after && !isRetryDue(issue, before.at * 1000, now);
  }
}

/** Commands with the answers that they would show, if GitHub let us write. */
export function withRemembered(
  commands: readonly CommandComment[],
  remembered: RememberedRefusals | undefined,
): readonly CommandComment[] {
  if (!remembered) return commands;
  return commands.map((given) => {
    const isAccepted = remembered.answers[given.comment.id];
    if (given.state !== 'pending' || isAccepted === undefined) return given;
    return { ...given, state: isAccepted ? 'accepted' : 'refused' };
  });
}

function keyOf(repository: RepositoryName, issue: number): string {
  return `${repositoryKey(repository)} ${issue}`;
}

import { GitProcess, type Taken } from './git-process.ts';

/** The object id of nothing: what a reference is before it was made, and after it was deleted. */
export const noOid = '0'.repeat(40);

/** Moves a reference from one commit to another, if it still is there. */
export interface RefMove {
  /** Whole, as `refs/heads/main`. */
  readonly ref: string;
  /** `noOid`: it must not exist. */
  readonly before: string;
  /** `noOid`: it is deleted. */
  readonly after: string;
}

/** Moves references through one lasting `git update-ref`, each time in a transaction of git's. */
export class RefMover {
  readonly #process: GitProcess<true>;

  constructor(folder: string) {
    this.#process = new GitProcess(folder, ['update-ref', '--stdin', '-z'], takeCommit);
  }

  /**
   * All or none.
   *
   * @returns false where one of them was not where it should have been: git ends then, having moved none
   */
  async move(moves: readonly RefMove[]): Promise<boolean> {
    const updates = moves.map(({ ref, before, after }) => `update ${ref}\0${after}\0${before}\0`);
    const question = ['start\0', ...updates, 'prepare\0', 'commit\0'].join('');
    return this.#process.ask(question).catch(() => false);
  }

  close(): void {
    this.#process.close();
  }
}

const done = 'commit: ok\n';

function takeCommit(received: Buffer): Taken<true> | undefined {
  const at = received.indexOf(done);
  return at === -1 ? undefined : { answer: true, length: at + done.length };
}

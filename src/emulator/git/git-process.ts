import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { gitEnvironment } from './run-git.ts';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** An answer at the beginning of what was received, and how many bytes it takes. */
export interface Taken<Answer> {
  readonly answer: Answer;
  readonly length: number;
}

/**
 * A git command that lasts, and answers what it is told on its input, one after the other: to start a process for each
 * question would take several milliseconds every time.
 */
export class GitProcess<Answer> {
  readonly #folder: string;
  readonly #words: readonly string[];
  readonly #take: (received: Buffer) => Taken<Answer> | undefined;
  #waiting: Waiting<Answer>[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #received: Buffer = Buffer.alloc(0);

  /** @param take finds the next answer, as soon as it is there whole */
  constructor(
    folder: string,
    words: readonly string[],
    take: (received: Buffer) => Taken<Answer> | undefined,
  ) {
    this.#folder = folder;
    this.#words = words;
    this.#take = take;
  }

  /** @throws what git said, if it ended instead of answering; the next question starts it again */
  ask(question: string): Promise<Answer> {
    const child = this.#child ?? this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      child.stdin.write(question);
    });
  }

  close(): void {
    this.#child?.kill();
    this.#child = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawn('git', ['--git-dir', this.#folder, ...this.#words], {
      env: gitEnvironment,
    });
    const waiting: Waiting<Answer>[] = [];
    let errors = '';
    this.#child = child;
    this.#waiting = waiting;
    this.#received = Buffer.alloc(0);
    // git may end before it has read everything; what it said tells more than a broken pipe.
    child.stdin.on('error', () => {});
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    const end = (cause?: Error) => {
      if (this.#child === child) this.#child = undefined;
      const ended = new Error(`git ${this.#words[0]} has ended: ${errors}`, { cause });
      for (const { reject } of waiting.splice(0)) reject(ended);
    };
    child.on('error', end);
    child.on('close', () => end());
    return child;
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    for (;;) {
      const taken = this.#take(this.#received);
      if (!taken) return;
      this.#received = this.#received.subarray(taken.length);
      this.#waiting.shift()?.resolve(taken.answer);
    }
  }
}

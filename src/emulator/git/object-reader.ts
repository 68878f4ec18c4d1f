import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { gitEnvironment } from './run-git.ts';

/** A git object. */
export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly bytes: Buffer;
}

interface Waiting {
  readonly resolve: (object: GitObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

const newline = 0x0a;

/**
 * Reads objects through one lasting `git cat-file --batch`: a page of twenty locales costs no twenty processes. It
 * sees objects and references that come later.
 */
export class ObjectReader {
  readonly #folder: string;
  readonly #waiting: Waiting[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #received: Buffer = Buffer.alloc(0);

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param expression whatever git takes for an object, as `refs/heads/main` or `OID:path`
   * @returns nothing where there is no such object
   */
  read(expression: string): Promise<GitObject | undefined> {
    if (/[\n\0]/.test(expression)) return Promise.resolve(undefined);
    const child = this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      child.stdin.write(`${expression}\n`);
    });
  }

  close(): void {
    this.#child?.stdin.end();
    this.#child?.kill();
    this.#child = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = spawn('git', ['--git-dir', this.#folder, 'cat-file', '--batch'], {
      env: gitEnvironment,
    });
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.on('close', () => {
      const ended = new Error('git cat-file has ended');
      for (const { reject } of this.#waiting.splice(0)) reject(ended);
    });
    this.#child = child;
    return child;
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf(newline);
      if (end === -1) return;
      const header = this.#received.subarray(0, end).toString();
      const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header);
      const size = match ? Number(match[3]) : -1;
      // An object ends with a line feed of its own, which its size does not count.
      if (this.#received.length < end + 1 + size + 1) return;
      const bytes = Buffer.from(this.#received.subarray(end + 1, end + 1 + size));
      this.#received = this.#received.subarray(end + 1 + size + 1);
      const object = match && { oid: match[1] ?? '', type: objectType(match[2]), bytes };
      this.#waiting.shift()?.resolve(object ?? undefined);
    }
  }
}

function objectType(name: string | undefined): GitObject['type'] {
  return name === 'tree' || name === 'commit' || name === 'tag' ? name : 'blob';
}

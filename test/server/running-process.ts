import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A process that runs while a test looks at it. */
export interface RunningProcess {
  readonly child: ChildProcess;
  /** What it has printed, on both of its outputs. */
  printed(): string;
  /** Resolves with the first part of what it prints that matches. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when it ends: the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/**
 * Runs Node in a folder, with an environment of its own. It is killed when the test is over.
 *
 * @param words Node's arguments
 */
export function runNode(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): RunningProcess {
  return runProgram(process.execPath, words, folder, environment);
}

/** The same for any program. */
export function runProgram(
  program: string,
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): RunningProcess {
  const child = spawn(program, words, { cwd: folder, env: { ...environment } });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  const prints = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text);
        if (found === null) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended and printed no ${pattern}, but ${text}`)));
    });
  return { child, printed: () => text, prints, ended };
}

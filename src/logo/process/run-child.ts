import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { Readable, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { logoLimits } from '../limits.ts';
import type { LogoSettings } from '../logo-settings.ts';
import { type Answer, readAnswer } from './answer.ts';
import { boundedCommand } from './bounded-command.ts';
import { watchMemory } from './watch-memory.ts';

/** Why a drawing process was ended: it is the picture's fault, or with `no-processor` the machine's. */
type Ended = 'too-slow' | 'no-processor' | 'too-much-memory';

/** What became of a drawing process. */
export type Outcome = Answer | { readonly kind: 'crashed' | Ended };

/** What may be otherwise. */
export interface ChildOptions {
  /** Path of the program to run. */
  readonly entry?: string;
  /** Of a processor, until it is ended, in milliseconds; whole seconds are counted. */
  readonly time?: number;
  /** By the clock, until it is killed, in milliseconds. */
  readonly patience?: number;
  /** That it may hold, in bytes. */
  readonly memory?: number;
}

/** Beside this module both as source and as built. */
const usualEntry = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './child.ts' : './child.js', import.meta.url),
);

/** What an allocator that is refused memory ends with: `abort()`, or GLib's trap. */
const outOfMemorySignals: readonly (NodeJS.Signals | null)[] = ['SIGABRT', 'SIGTRAP'];

/**
 * Draws a logo in a process of its own, which can be killed: nothing else stops an SVG that is being drawn. Never hangs and
 * never throws for what a picture does.
 */
export async function runChild(
  bytes: Uint8Array,
  settings: LogoSettings | number,
  options: ChildOptions = {},
): Promise<Outcome> {
  const { entry = usualEntry, time, patience, memory } = { ...logoLimits, ...options };
  const [command, args] = boundedCommand({ memory, time }, process.execPath, [
    '--max-old-space-size=128',
    entry,
    JSON.stringify(settings),
  ]);
  const child = spawn(command, args, {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    // Threads and arenas of the allocator cost memory, and one picture keeps one thread busy.
    env: { UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '1' },
  });
  if (child.pid) stepBack(child.pid);
  const [input, answerPipe] = [child.stdin, child.stdio[3]];
  let killed: Ended | undefined;
  const kill = (reason: Ended) => {
    killed ??= reason;
    child.kill('SIGKILL');
    // Were the pipe left open in some process of the child's, nothing would ever end.
    answerPipe?.destroy();
  };
  const timer = setTimeout(kill, patience, 'no-processor');
  const stopWatch = child.pid
    ? watchMemory(child.pid, memory, () => kill('too-much-memory'))
    : () => {};
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_, signal) => resolve(signal));
  });
  // A child that dies before it has read everything closes the pipe: how it ended says more.
  input?.on('error', () => {});
  input?.end(bytes);
  try {
    const [signal, answered] = await Promise.all([ended, readAll(answerPipe)]);
    if (killed) return { kind: killed };
    const answer = readAnswer(answered);
    if (answer) return answer;
    if (signal === 'SIGXCPU') return { kind: 'too-slow' };
    return { kind: outOfMemorySignals.includes(signal) ? 'too-much-memory' : 'crashed' };
  } finally {
    clearTimeout(timer);
    stopWatch();
  }
}

/** All that comes through a pipe; nothing where it breaks, or where a process that never began has none. */
async function readAll(pipe: Readable | Writable | null | undefined): Promise<Uint8Array> {
  const nothing = new Uint8Array();
  return pipe instanceof Readable ? buffer(pipe).catch(() => nothing) : nothing;
}

/** Whoever has webhooks to answer meanwhile goes first. */
function stepBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this machine has no such thing.
  }
}

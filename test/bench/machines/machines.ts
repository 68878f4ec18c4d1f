import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { next, start } from '../burst/messages.ts';
import type { JobNotice, MachineReady, MachineStart } from './messages.ts';

/** When a job ran, and on which machine. */
interface Run {
  readonly lane: string;
  readonly machine: number;
  readonly from: number;
  to: number;
}

interface Machine {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Servers in processes of their own, which share a database, and what is seen of their jobs. */
export class Machines {
  readonly #start: MachineStart;
  readonly #running: Machine[] = [];
  readonly #runs: Run[] = [];
  #count = 0;

  constructor(how: MachineStart) {
    this.#start = how;
  }

  /** Where those that run take webhooks. */
  get urls(): readonly string[] {
    return this.#running.map(({ url }) => url);
  }

  /** Starts one more. */
  async add(): Promise<void> {
    const child = start(import.meta.resolve('./server.ts'));
    const machine = this.#count++;
    await next(child);
    child.send(this.#start);
    const { url } = await next<MachineReady>(child);
    const open = new Map<string, Run>();
    child.on('message', ({ kind, lane, at }: JobNotice) => {
      if (kind === 'begin') {
        const run = { lane, machine, from: at, to: Number.POSITIVE_INFINITY };
        this.#runs.push(run);
        open.set(lane, run);
      } else {
        const run = open.get(lane);
        if (run) run.to = at;
      }
    });
    child.once('exit', () => {
      const end = performance.timeOrigin + performance.now();
      for (const run of open.values()) run.to = Math.min(run.to, end);
    });
    this.#running.push({ child, url });
  }

  /** Kills the one that runs longest, as the system would. */
  async kill(): Promise<void> {
    const machine = this.#running.shift();
    if (!machine) return;
    const ended = once(machine.child, 'exit');
    machine.child.kill('SIGKILL');
    await ended;
  }

  /** Asks the one that runs longest to end what it does. */
  async drain(): Promise<void> {
    const machine = this.#running.shift();
    if (!machine) return;
    const ended = once(machine.child, 'exit');
    machine.child.send({});
    await ended;
  }

  /** Kills one and starts another in its place, again and again. */
  async killAgainAndAgain(milliseconds: number, signal: AbortSignal): Promise<number> {
    let kills = 0;
    for (;;) {
      await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
      if (signal.aborted) return kills;
      await this.kill();
      kills += 1;
      await this.add();
    }
  }

  async end(): Promise<void> {
    while (this.#running.length > 0) await this.kill();
  }

  /** How many jobs ran, and how often two of one lane did at the same time. */
  count(): { readonly jobs: number; readonly overlaps: number } {
    let overlaps = 0;
    for (const runs of Map.groupBy(this.#runs, ({ lane }) => lane).values()) {
      const sorted = runs.toSorted((one, other) => one.from - other.from);
      overlaps += sorted.filter((run, index) => run.from < (sorted[index - 1]?.to ?? 0)).length;
    }
    return { jobs: this.#runs.length, overlaps };
  }
}

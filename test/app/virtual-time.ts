import { setTimeout } from 'node:timers/promises';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Clock } from '../../src/time/clock.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** So many milliseconds without a request in flight, and everything that could happen has happened. */
const quietFor = 6;

/**
 * Time that passes only when a test lets it, for an app and its emulated GitHub: hours in seconds, and everything at its
 * moment. Logos must be known before, for nothing here waits for a download or a drawing.
 */
export class VirtualTime implements Clock {
  readonly #github: Emulator;
  readonly #latency: number;
  readonly #sleepers = new Set<Sleeper>();
  #inFlight = 0;

  /** @param latency how long GitHub takes to answer, in milliseconds */
  constructor(github: Emulator, latency = 0) {
    this.#github = github;
    this.#latency = latency;
    github.clock.stop();
  }

  /** What an app is told to live in this time, with a second between its requests of GraphQL. */
  get app() {
    return { clock: this, fetch: this.fetch, requestSpacing: 1000 };
  }

  now(): number {
    return this.#github.clock.now().getTime();
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = {
        until: this.now() + milliseconds,
        wake: () => {
          this.#sleepers.delete(sleeper);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      });
    });
  }

  /** Sends requests: each reaches GitHub when its answer is due. */
  readonly fetch: typeof fetch = async (address, options) => {
    if (this.#latency > 0) await this.wait(this.#latency);
    this.#inFlight += 1;
    try {
      return await fetch(address, options);
    } finally {
      this.#inFlight -= 1;
    }
  };

  /**
   * Lets time pass.
   *
   * @param until ends it before its time
   * @returns how many milliseconds passed
   */
  async pass(milliseconds: number, until: () => boolean = () => false): Promise<number> {
    const start = this.now();
    const end = start + milliseconds;
    for (;;) {
      await this.#quiet();
      if (until() || this.now() >= end) return this.now() - start;
      const times = Array.from(this.#sleepers, (sleeper) => sleeper.until);
      const next = Math.min(end, ...times);
      this.#github.clock.turn(Math.max(0, next - this.now()));
      for (const sleeper of this.#sleepers) if (sleeper.until <= this.now()) sleeper.wake();
    }
  }

  /**
   * Lets time pass in small steps until something is so: what this machine computes beside its event loop meanwhile, as the
   * signature for a token, must not count as hours.
   *
   * @returns how many seconds passed; 20 minutes at most
   */
  async passUntil(isSo: () => boolean): Promise<number> {
    const start = this.now();
    while (!isSo() && this.now() - start < 20 * 60_000) await this.pass(100, isSo);
    return (this.now() - start) / 1000;
  }

  /** Lets time pass second by second until some work is over; 20 minutes at most. */
  async passFor(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    void work.then(() => {
      isOver = true;
    });
    const end = this.now() + 20 * 60_000;
    while (!isOver && this.now() < end) await this.pass(1000, () => isOver);
  }

  /** Waits until nothing happens any more without time passing. */
  async #quiet(): Promise<void> {
    for (let quiet = 0; quiet < quietFor; quiet++) {
      await this.#github.webhooks.settle();
      if (this.#inFlight > 0) quiet = 0;
      await setTimeout(1);
    }
  }
}

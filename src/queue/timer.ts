import type { Clock } from '../time/clock.ts';

/** Calls back at the nearest of the times that it was set to. */
export class Timer {
  readonly #clock: Clock;
  readonly #callback: () => void;
  readonly #stopping: AbortSignal;
  #set: { readonly time: number; readonly controller: AbortController } | undefined;

  /** @param stopping stops it for good */
  constructor(clock: Clock, callback: () => void, stopping: AbortSignal) {
    this.#clock = clock;
    this.#callback = callback;
    this.#stopping = stopping;
    stopping.addEventListener('abort', () => this.#set?.controller.abort());
  }

  /** @param time milliseconds since 1970; infinite for none */
  setTo(time: number): void {
    if (this.#stopping.aborted || time >= (this.#set?.time ?? Number.POSITIVE_INFINITY)) return;
    this.#set?.controller.abort();
    const controller = new AbortController();
    this.#set = { time, controller };
    const fire = () => {
      if (controller.signal.aborted) return;
      this.#set = undefined;
      this.#callback();
    };
    const delay = Math.max(0, time - this.#clock.now());
    // To be set to another time, or stopped, is no failure.
    this.#clock.wait(delay, controller.signal).then(fire, () => {});
  }
}

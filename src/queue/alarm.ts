import type { Clock } from '../time/clock.ts';

/** Calls when a time has come: the nearest of those that it was set to. */
export class Alarm {
  readonly #clock: Clock;
  readonly #call: () => void;
  readonly #ending: AbortSignal;
  #set: { readonly time: number; readonly controller: AbortController } | undefined;

  /** @param ending ends it for good */
  constructor(clock: Clock, call: () => void, ending: AbortSignal) {
    this.#clock = clock;
    this.#call = call;
    this.#ending = ending;
    ending.addEventListener('abort', () => this.#set?.controller.abort());
  }

  /** @param time milliseconds since 1970; infinite for none */
  setTo(time: number): void {
    if (this.#ending.aborted || time >= (this.#set?.time ?? Number.POSITIVE_INFINITY)) return;
    this.#set?.controller.abort();
    const controller = new AbortController();
    this.#set = { time, controller };
    const ring = () => {
      if (controller.signal.aborted) return;
      this.#set = undefined;
      this.#call();
    };
    const pause = Math.max(0, time - this.#clock.now());
    // To be set to another time, or ended, is no failure.
    this.#clock.wait(pause, controller.signal).then(ring, () => {});
  }
}

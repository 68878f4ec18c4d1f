import { setTimeout } from 'node:timers/promises';

/** Time, for those who wait. */
export interface Clock {
  /** Milliseconds since 1970, which never go back. */
  now(): number;
  /** @throws the signal's reason as the cause of an AbortError, where it is given meanwhile */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's time. Turning back the machine's clock does not turn it back. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  wait: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

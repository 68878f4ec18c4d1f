import type { Emulator } from '../emulator/emulator.ts';

/** A job of the app's queue. */
export interface AppJob {
  /** The repository, as `millrace/millrace`. */
  readonly lane: string;
  /** What it is about: an issue's number, alone or at the end. */
  readonly key: string;
  readonly state: string;
}

/** The app, running against an emulator. */
export interface RunningApp {
  /** What waits and what runs. */
  jobs(): readonly AppJob[];
  /** Has it look everywhere for what it missed; that takes a while. */
  sweep(): Promise<void>;
  /** When a sweep last ended. */
  lastSweep(): Date | undefined;
  /** Ends it in good order: what runs is done first. */
  stop(): Promise<void>;
  /** Ends it as a loss of power would: nothing more is heard of what it was at. */
  kill(): Promise<void>;
}

/**
 * Starts the app against an emulator, and tells that one where webhooks go.
 *
 * @param changed is to be called whenever its jobs change, or are about to
 */
export type StartApp = (emulator: Emulator, changed: () => void) => Promise<RunningApp>;

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
  stop(): Promise<void>;
}

/** Starts the app against an emulator, and tells that one where webhooks go. */
export type StartApp = (emulator: Emulator) => Promise<RunningApp>;

import type { Emulator } from '../emulator/emulator.ts';
import { Listeners } from '../emulator/listeners.ts';
import type { AppJob, RunningApp, StartApp } from './running-app.ts';

/** The app, to be stopped and started again: so that anyone can see what it does about what it missed. */
export class AppSwitch {
  readonly #emulator: Emulator;
  readonly #start: StartApp | undefined;
  readonly #listeners = new Listeners();
  #running: RunningApp | undefined;
  #last: Promise<void> = Promise.resolve();
  #missedAt: Date | undefined;
  #isStopped = false;

  /** @param start nothing: the pages are there without the app */
  constructor(emulator: Emulator, start: StartApp | undefined) {
    this.#emulator = emulator;
    this.#start = start;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Whether somebody stopped it; while it starts for the first time it neither runs nor is stopped. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  get canRun(): boolean {
    return this.#start !== undefined;
  }

  /** Whether it was not told of something, and has not swept since. */
  get hasMissed(): boolean {
    const swept = this.#running?.lastSweep();
    return this.#missedAt !== undefined && (swept === undefined || swept < this.#missedAt);
  }

  jobs(): readonly AppJob[] {
    return this.#running?.jobs() ?? [];
  }

  /** Listens to whether it runs, and to its jobs. @param listener is called before the change is whole. @returns what ends it */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  start(): Promise<void> {
    return this.#inTurn(async () => {
      this.#isStopped = false;
      this.#running ??= await this.#start?.(this.#emulator, () => this.#listeners.tell());
    });
  }

  /** Says that it was not told of something that happened: a webhook was lost. */
  miss(): void {
    this.#missedAt = new Date();
    this.#listeners.tell();
  }

  /** Has it look for what it missed now, and not only when that is due. */
  async sweep(): Promise<void> {
    await this.#running?.sweep();
    this.#listeners.tell();
  }

  /** Ends it in the midst of whatever it does. What comes in meanwhile is not delivered anywhere. */
  kill(): Promise<void> {
    return this.#end((running) => running.kill());
  }

  /** Ends it in good order. */
  stop(): Promise<void> {
    return this.#end((running) => running.stop());
  }

  #end(end: (running: RunningApp) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      const running = this.#running;
      this.#running = undefined;
      this.#isStopped = true;
      if (running) await end(running);
      this.#emulator.webhooks.target = undefined;
    });
  }

  /** One after the other, so that two clicks do not start two apps. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#last.then(act).finally(() => this.#listeners.tell());
    this.#last = done.catch(() => {});
    return done;
  }
}

import type { Emulator } from '../emulator/emulator.ts';
import type { AppJob, RunningApp, StartApp } from './running-app.ts';

/** The app, to be stopped and started again: so that anyone can see what it does about what it missed. */
export class AppSwitch {
  readonly #emulator: Emulator;
  readonly #start: StartApp | undefined;
  #running: RunningApp | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param start nothing: the pages are there without the app */
  constructor(emulator: Emulator, start: StartApp | undefined) {
    this.#emulator = emulator;
    this.#start = start;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  get canRun(): boolean {
    return this.#start !== undefined;
  }

  jobs(): readonly AppJob[] {
    return this.#running?.jobs() ?? [];
  }

  start(): Promise<void> {
    return this.#inTurn(async () => {
      this.#running ??= await this.#start?.(this.#emulator);
    });
  }

  /** What comes in meanwhile is not delivered anywhere. */
  stop(): Promise<void> {
    return this.#inTurn(async () => {
      const running = this.#running;
      this.#running = undefined;
      await running?.stop();
      this.#emulator.webhooks.target = undefined;
    });
  }

  /** One after the other, so that two clicks do not start two apps. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => {});
    return done;
  }
}

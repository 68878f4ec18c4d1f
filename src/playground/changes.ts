import type { Emulator } from '../emulator/emulator.ts';
import { Listeners } from '../emulator/listeners.ts';
import type { AppSwitch } from './app-switch.ts';

/** Changes of this many milliseconds are told together. Most are told of while they are made, and are whole then. */
const patience = 40;

/** Numbers the states of everything that pages show, and tells of each new one. */
export class Changes {
  readonly #listeners = new Listeners();
  #timer: NodeJS.Timeout | undefined;
  /** Begins with the time, so that no number comes again after a restart. */
  #version = Date.now();

  constructor(emulator: Emulator, app: AppSwitch) {
    emulator.subscribe(() => this.#soon());
    app.subscribe(() => this.#soon());
  }

  /** Of the state that was told of last. */
  get version(): number {
    return this.#version;
  }

  /** @param listener is called when the version changed. @returns what ends it */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#version += 1;
      this.#listeners.tell();
    }, patience).unref();
  }
}

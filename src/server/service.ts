import type { Delivery } from '../app.ts';
import type { Logger } from '../observer/logger.ts';
import type { Observer } from '../observer/observer.ts';
import type { Settings } from './settings.ts';

/** What the server serves. */
export interface Service {
  /** Takes a delivery whose signature was checked; returns at once, the job runs later. */
  receive(delivery: Delivery): void | Promise<void>;
  /** When a sweep last ended well. */
  lastSweep(): Date | undefined;
  /** Resolves when running jobs ended, or the time is over. */
  stop(milliseconds: number): Promise<void>;
}

/** Starts what the server serves. */
export type CreateService = (
  settings: Settings,
  observer: Observer,
  logger: Logger,
) => Service | Promise<Service>;

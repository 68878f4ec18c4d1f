import type { Delivery, DeliveryOutcome } from '../app.ts';
import type { Logger } from '../observer/logger.ts';
import type { Observer } from '../observer/observer.ts';
import type { Settings } from './settings.ts';

/** What the server serves. */
export interface Service {
  /** Checks the signature and takes a delivery; returns at once, the job runs later. */
  receive(delivery: Delivery): Promise<DeliveryOutcome>;
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

import type { AppStats } from '../app/powered-by.ts';
import type { Delivery } from '../app/receive-delivery.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Settings } from './settings/settings.ts';

/** What the server serves. */
export interface Service {
  /** Takes a delivery whose signature was checked. @returns whether its jobs are stored, which run later */
  receive(delivery: Delivery): Promise<boolean>;
  /** When a sweep last ended well. */
  lastSweep(): Date | undefined;
  /** The state of its work. */
  stats(): Promise<AppStats>;
  /** Resolves when running jobs ended, or the time is over. */
  stop(milliseconds: number): Promise<void>;
}

/** Starts what the server serves. */
export type CreateService = (
  settings: Settings,
  telemetry: Telemetry,
  logger: Logger,
) => Service | Promise<Service>;

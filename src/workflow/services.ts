import type { GithubClient } from '../github/github-client.ts';
import type { Logger } from '../observer/logger.ts';
import type { Observer } from '../observer/observer.ts';
import type { Clock } from '../queue/clock.ts';
import type { ConfigurationStore } from './configuration-store.ts';
import type { KnownWriters } from './known-writers.ts';
import type { LogoDesk } from './logo-desk.ts';

/** What a job works with. */
export interface Services {
  readonly client: GithubClient;
  readonly configurations: ConfigurationStore;
  readonly logos: LogoDesk;
  readonly writers: KnownWriters;
  /** Whether somebody waits for what the job does. */
  readonly isAsked: boolean;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly logger: Logger;
}

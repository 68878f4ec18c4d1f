import type { GithubClient } from '../github/client/github-client.ts';
import type { BlobTexts } from '../github/tree/blob-texts.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Status } from '../words/comment-content.ts';
import type { ConfigurationCache } from './observe/configuration-cache.ts';
import type { RefusalMemory } from './observe/notes/refusal-memory.ts';
import type { OwnComments } from './observe/own-comments.ts';
import type { KnownWriters } from './observe/writers/known-writers.ts';
import type { LogoLoader } from './prepare/logo-loader.ts';

/** What a job works with. */
export interface Services {
  readonly client: GithubClient;
  readonly configurations: ConfigurationCache;
  readonly logos: LogoLoader;
  readonly writers: KnownWriters;
  readonly ownComments: OwnComments;
  readonly refusals: RefusalMemory;
  /** Of files that were read before. */
  readonly texts: BlobTexts;
  /** Whether somebody waits for what the job does. */
  readonly isAsked: boolean;
  /** Is told what an issue has come to: when that is decided, with 0 for a pull request that is not open yet, and when it is done. */
  readonly onStatus?: (issue: number, status: Status) => void;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly logger: Logger;
}

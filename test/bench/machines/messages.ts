import type { DownloadOptions } from '../../../src/download/download-logo.ts';
import type { PostgresOptions } from '../../../src/queue/postgres/open-postgres.ts';
import type { Settings } from '../../../src/server/settings/settings.ts';

/** What a server is told when it starts. */
export interface MachineStart {
  readonly app: Pick<Settings, 'appId' | 'privateKey' | 'webhookSecret' | 'githubApiUrl'>;
  /** From where logos come; without what cannot be told to another process. */
  readonly downloads: Pick<DownloadOptions, 'hosts' | 'certificates'>;
  readonly database: Omit<PostgresOptions, 'logger'>;
}

/** What it tells when it takes webhooks. */
export interface MachineReady {
  readonly kind: 'ready';
  readonly url: string;
}

/** What it tells of each job. */
export interface JobNotice {
  readonly kind: 'begin' | 'end';
  readonly lane: string;
  /** Milliseconds since 1970, by the machine's clock. */
  readonly at: number;
}

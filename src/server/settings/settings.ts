/** Log lines of a lower rank are left out. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** For programs, or for people. */
export const logFormats = ['json', 'pretty'] as const;
export type LogFormat = (typeof logFormats)[number];

/** Where something listens. */
export interface ListenAddress {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** The database that several servers share. */
export interface DatabaseSettings {
  /** `postgres://…`; it may hold a password. */
  readonly url: string;
  /** The most connections of one server. */
  readonly poolSize: number;
}

/** How the server runs. */
export interface Settings {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Of GitHub's REST API, without a slash at its end. */
  readonly githubApiUrl: string;
  readonly address: ListenAddress;
  /** Where metrics are served, if anywhere. */
  readonly metricsAddress: ListenAddress | undefined;
  /** Undefined for a server that works alone. */
  readonly database: DatabaseSettings | undefined;
  /** The path that takes webhooks, beside `/`. */
  readonly webhookPath: string;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
}

/** Probot's own, so that an app registered for Probot's server keeps its address. */
export const defaultWebhookPath = '/api/github/webhooks';

export const publicApiUrl = 'https://api.github.com';

/** Shorter ones can be guessed from one delivery that was listened to. In characters. */
export const leastSecretLength = 32;

/** Jobs, webhooks, and one that listens: with fewer connections they would wait for each other. */
export const poolSizes = { least: 4, usual: 10, most: 100 } as const;

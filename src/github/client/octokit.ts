/** The few methods of Octokit that are used. */
export interface Octokit {
  graphql(document: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  request(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<OctokitAnswer>;
  auth(options: TokenRequest | TokenRefresh | KnownToken): Promise<unknown>;
}

/** A token of the installation that opens some repositories, and may do there what is named. */
export interface TokenRequest {
  readonly type: 'installation';
  readonly repositoryIds: number[];
  readonly permissions: Readonly<Record<string, 'read'>>;
}

/** A new token of the installation, for whatever is sent from then on. */
export interface TokenRefresh {
  readonly type: 'installation';
  readonly refresh: true;
}

/** The token of the installation that is used at present, with what it may do. */
export interface KnownToken {
  readonly type: 'installation';
}

/** An answer of the REST API. */
export interface OctokitAnswer {
  readonly status: number;
  readonly data: unknown;
}

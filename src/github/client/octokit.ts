/** The few methods of Octokit that are used. */
export interface Octokit {
  graphql(document: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  request(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<OctokitAnswer>;
  auth(options: { readonly type: 'installation' }): Promise<unknown>;
}

/** An answer of the REST API. */
export interface OctokitAnswer {
  readonly status: number;
  readonly data: unknown;
}

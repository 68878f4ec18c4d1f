/** One error of a GraphQL answer. It comes with HTTP 200 beside whatever went well. */
export interface GraphqlError {
  /** As `NOT_FOUND`, `STALE_DATA`, `FORBIDDEN`; GitHub leaves it out of some. */
  readonly type?: string;
  /** The field that failed, from the root; an alias stands for its field. */
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

/** Something that Octokit threw, with the data and errors that the answer held all the same. */
interface ErrorWithAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphqlError[];
}

/** The partial answer in what Octokit throws for a document of which a part failed (its `GraphqlResponseError`). */
export function partialAnswer(thrown: unknown): ErrorWithAnswer | undefined {
  if (!(thrown instanceof Error) || !('errors' in thrown) || !('data' in thrown)) return undefined;
  const { data, errors } = thrown;
  if (!Array.isArray(errors)) return undefined;
  return { data, errors };
}

/** The HTTP status in what Octokit throws; nothing where there was no answer, for which Octokit says 500. */
export function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if (!('status' in thrown && 'response' in thrown) || thrown.response === undefined)
    return undefined;
  return typeof thrown.status === 'number' ? thrown.status : undefined;
}

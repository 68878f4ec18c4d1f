/** A request that the emulator was asked. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the base, with the query. */
  readonly path: string;
  /** `issues/get`, `query repository`, `mutation createRef createCommitOnBranch`; empty for what is no operation. */
  readonly operation: string;
  /** 0 where none was answered. */
  readonly status: number;
  /** When it came, by the emulator's clock. */
  readonly time: Date;
  /** Milliseconds until it was answered, by the machine's. */
  readonly duration: number;
}

/** The requests of apps, in the order in which they were answered. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = [];

  get all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  /** Those of GitHub's API that are no errand for a token. */
  get counted(): readonly LoggedRequest[] {
    return this.#requests.filter(
      ({ operation }) => operation !== '' && operation !== 'apps/create-installation-access-token',
    );
  }

  add(request: LoggedRequest): void {
    this.#requests.push(request);
  }

  clear(): void {
    this.#requests.length = 0;
  }
}

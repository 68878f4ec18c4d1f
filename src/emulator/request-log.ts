/** A request that the emulator was asked. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the base, with the query. */
  readonly path: string;
  /** Of a GraphQL document; a long text is cut. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** `issues/get`, `query repository`, `mutation createRef createCommitOnBranch`; empty for what is no operation. */
  readonly operation: string;
  /** What was sent: a GraphQL document with its variables, or a REST body. */
  readonly sent: unknown;
  /** The answer's body. */
  readonly received: unknown;
  /** 0 where none was answered. */
  readonly status: number;
  /** When it came, by the emulator's clock. */
  readonly time: Date;
  /** Milliseconds until it was answered, by the machine's. */
  readonly duration: number;
}

/** More of a text is not kept of variables, in characters: a commit's files come as one. */
const longestText = 200;

/** Of the last requests everything is kept, of older ones neither what was sent nor what was received. */
const mostWhole = 100;

/** The requests of apps, in the order in which they were answered. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = [];
  readonly #changed: () => void;

  /** @param changed is told of each request that was answered */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

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
    this.#requests.push({ ...request, variables: withShortTexts(request.variables) });
    const old = this.#requests.length - 1 - mostWhole;
    const emptied = this.#requests[old];
    if (emptied) this.#requests[old] = { ...emptied, sent: undefined, received: undefined };
    this.#changed();
  }

  clear(): void {
    this.#requests.length = 0;
  }
}

function withShortTexts<Value>(variables: Value): Value {
  const cut = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.slice(0, longestText) : value;
  return JSON.parse(JSON.stringify(variables, cut));
}

import * as z from 'zod';
import { configurationPath } from '../../config/configuration.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Change } from '../changes/change.ts';
import { type ChangeAnswers, changeDocument, resultsOf } from '../changes/change-document.ts';
import type { ChangeResult } from '../changes/change-result.ts';
import { appAccount, type OwnAccount, signChange } from './account.ts';
import { type GraphqlError, partialAnswer, statusOf } from './graphql-error.ts';
import { Limited, limitIn } from './limited.ts';
import type { Octokit } from './octokit.ts';
import { openGate, type RequestGate, type RequestKind } from './request-gate.ts';
import type { TypedDocument } from './typed-document.ts';
import { yieldToEventLoop } from './yield-to-event-loop.ts';

/** What every query asks for. */
interface WithRateLimit {
  readonly rateLimit?: { readonly remaining: number } | null;
}

/** What a query gave: parts that failed are null, and named among the errors. */
export interface QueryAnswer<Data> {
  readonly data: Data;
  readonly errors: readonly GraphqlError[];
}

/** A request that came to no answer, or to one that says nothing of its effect: it may have had one. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** Of HTTP, where there was an answer. */
  readonly status: number | undefined;

  constructor(kind: string, cause: unknown, status = statusOf(cause)) {
    super(`A ${kind} request to GitHub failed`, { cause });
    this.status = status;
  }

  /** Whether GitHub refused it, so that sending it again does not help. An expired token (401) says nothing of the request. */
  get isRefusal(): boolean {
    const { status = 0 } = this;
    return status >= 400 && status < 500 && status !== 401;
  }
}

/** GitHub as one installation of the app sees it. */
export class GithubClient {
  /** Whose token it is. */
  readonly account: OwnAccount;
  /** Where repositories keep their configuration. */
  readonly configurationPath: string;
  readonly #octokit: Octokit;
  readonly #telemetry: Telemetry;
  readonly #installation: number;
  readonly #onWrite: () => void;
  readonly #gate: RequestGate;

  /** @param onWrite is called before each request that writes */
  constructor(
    octokit: Octokit,
    options: {
      readonly telemetry: Telemetry;
      readonly installation: number;
      readonly onWrite: () => void;
      /** An open one, if left out. */
      readonly gate?: RequestGate;
      /** Whose token it is; the app's, if left out. */
      readonly account?: OwnAccount;
      /** Where repositories keep their configuration; the usual place, if left out. */
      readonly configurationPath?: string;
    },
  ) {
    this.#octokit = octokit;
    this.#telemetry = options.telemetry;
    this.#installation = options.installation;
    this.#onWrite = options.onWrite;
    this.#gate = options.gate ?? openGate;
    this.account = options.account ?? appAccount;
    this.configurationPath = options.configurationPath ?? configurationPath;
  }

  /**
   * Asks for data. Octokit may send it again where GitHub stumbles.
   *
   * @throws RequestFailed where there is no data, or a part of it could not be read; Limited
   */
  async query<Data extends WithRateLimit, Variables extends Readonly<Record<string, unknown>>>(
    document: TypedDocument<Data, Variables>,
    variables: NoInfer<Variables>,
  ): Promise<QueryAnswer<Data>> {
    const answer = await this.queryParts(document, variables);
    // That something is not there is an answer. A part that could not be read must not be taken for an empty one.
    const failed = answer.errors.find(({ type }) => type !== 'NOT_FOUND');
    if (!failed) return answer;
    // As behind a list of IP addresses: it comes with HTTP 200, and a retry does not help.
    const status = failed.type === 'FORBIDDEN' ? 403 : undefined;
    throw new RequestFailed('query', new Error(failed.message), status);
  }

  /**
   * Asks for data of which some parts may come and others not: whoever asks has to look at the errors.
   *
   * @throws RequestFailed where there is no data at all; Limited
   */
  async queryParts<Data extends WithRateLimit, Variables extends Readonly<Record<string, unknown>>>(
    document: TypedDocument<Data, Variables>,
    variables: NoInfer<Variables>,
  ): Promise<QueryAnswer<Data>> {
    const { data, errors } = await this.#send<Data>('query', () =>
      this.#octokit.graphql(document.text, variables),
    );
    if (data === null || data === undefined) {
      throw new RequestFailed('query', new Error(errors[0]?.message ?? 'No data came'));
    }
    const { rateLimit } = data;
    if (rateLimit) this.#telemetry.rateLimit(String(this.#installation), rateLimit.remaining);
    return { data, errors };
  }

  /**
   * Makes changes with one document, sent once: after an answer that failed to come, only a look tells what took effect.
   *
   * @param changes at least one; GitHub makes them in their order, each regardless of whether those before it failed
   * @returns what became of each, in their order
   * @throws RequestFailed where nothing is known of their effect; Limited where some may have had theirs
   */
  async apply(changes: readonly Change[]): Promise<readonly ChangeResult[]> {
    const { text, variables } = changeDocument(
      changes.map((each) => signChange(each, this.account)),
    );
    const request = { retries: 0 };
    const { data, errors } = await this.#send<ChangeAnswers>('mutation', () =>
      this.#octokit.graphql(text, { ...variables, request }),
    );
    return resultsOf(changes, data, errors);
  }

  /**
   * Sends a request of the REST API.
   *
   * @param route as `GET /app`
   * @throws RequestFailed; Limited
   */
  async rest(
    route: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<{ readonly data: unknown }> {
    if (!route.startsWith('GET ')) this.#onWrite();
    try {
      const answer = await this.#pass('rest', () => this.#octokit.request(route, parameters));
      this.#telemetry.githubRequest('rest', String(answer.status));
      return answer;
    } catch (error) {
      if (error instanceof Limited) throw error;
      this.#telemetry.githubRequest('rest', String(statusOf(error) ?? 'none'));
      throw new RequestFailed('rest', error);
    }
  }

  /**
   * A token that opens what is attached to a repository's issues, and nothing else. Octokit keeps it until a minute before it
   * expires.
   *
   * @param repository its number: `databaseId`
   * @throws RequestFailed
   */
  async attachmentToken(repository: number): Promise<string> {
    const { token } = await this.#authenticate({
      type: 'installation',
      repositoryIds: [repository],
      permissions: { issues: 'read' },
    });
    return token;
  }

  /**
   * Takes a new token: one that was made before an owner accepted a permission does not have it, and is good for an hour.
   *
   * @throws RequestFailed
   */
  async refreshToken(): Promise<void> {
    await this.#authenticate({ type: 'installation', refresh: true });
  }

  /** Whether the installation lets us write what has a permission of its own, as far as its token knows. @throws RequestFailed */
  async mayWrite(permission: string): Promise<boolean> {
    const { permissions = {} } = await this.#authenticate({ type: 'installation' });
    return permissions[permission] === 'write';
  }

  async #authenticate(options: Parameters<Octokit['auth']>[0]): Promise<Authentication> {
    try {
      return authentication.parse(await this.#octokit.auth(options));
    } catch (error) {
      throw new RequestFailed('token', error);
    }
  }

  async #send<Data>(
    kind: 'query' | 'mutation',
    send: () => Promise<unknown>,
  ): Promise<QueryAnswer<Data | null | undefined>> {
    const { data, errors } = await this.#answerTo(kind, send);
    // GitHub answers by its schema, from which the type was generated.
    return { data: data as Data | null | undefined, errors };
  }

  async #answerTo(
    kind: 'query' | 'mutation',
    send: () => Promise<unknown>,
  ): Promise<QueryAnswer<unknown>> {
    try {
      const data = await this.#pass(kind, send);
      await yieldToEventLoop();
      this.#telemetry.githubRequest(kind, '200');
      return { data, errors: [] };
    } catch (error) {
      if (error instanceof Limited) throw error;
      const answer = partialAnswer(error);
      this.#telemetry.githubRequest(kind, answer ? 'partial' : String(statusOf(error) ?? 'none'));
      if (answer) return answer;
      throw new RequestFailed(kind, error);
    }
  }

  /** Sends a request when it may be sent. @throws Limited; and what Octokit throws for anything else */
  async #pass<Answer>(kind: RequestKind, send: () => Promise<Answer>): Promise<Answer> {
    await this.#gate.enter(kind);
    if (kind === 'mutation') this.#onWrite();
    try {
      return await send();
    } catch (error) {
      const limit = limitIn(error);
      if (!limit) throw error;
      this.#telemetry.githubRequest(kind, 'limited');
      await this.#gate.limited(limit);
      throw new Limited(limit, error);
    }
  }
}

const authentication = z.object({
  token: z.string(),
  permissions: z.record(z.string(), z.string()).optional().catch(undefined),
});
type Authentication = z.infer<typeof authentication>;

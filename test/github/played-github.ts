import { generateKeyPairSync } from 'node:crypto';
import { getVariableValues, Kind, parse, type SelectionSetNode, validate } from 'graphql';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { GithubApp } from '../../src/app/github-app.ts';
import { createProbot } from '../../src/app/probot/create-probot.ts';
import { githubSchema } from '../../src/emulator/graphql/schema.ts';
import type { GithubClient } from '../../src/github/client/github-client.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { silentTelemetry } from '../../src/telemetry/telemetry.ts';

/** A GraphQL document that was sent. */
export interface SentDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** GitHub's interface, played: it answers what it was told to, and knows what it was asked. */
export interface PlayedGithub {
  /** The installation's token, which nobody else may see. */
  readonly token: string;
  /** The documents that came. Each was valid by GitHub's published schema, or the test fails. */
  readonly documents: () => readonly SentDocument[];
  /** Every request that left, tokens aside, as `POST /graphql`; also those that no answer came to. */
  readonly sent: () => readonly string[];
  /** What was logged, with its data. */
  readonly logged: () => readonly unknown[];
  /** What was observed of requests, as `query 200`; a write is announced as `write`. */
  readonly observed: () => readonly string[];
  /** Answers the next documents, in their order. Each answer must be fetched before the test is over. */
  readonly answer: (...answers: readonly object[]) => void;
  /** The real client. @param retryRequests whether Octokit tries again as it does in earnest */
  readonly client: (retryRequests?: boolean) => Promise<GithubClient>;
  /** The real app, with which clients are made. */
  readonly app: (retryRequests?: boolean) => GithubApp;
}

export const api = 'https://api.github.com';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

/** Plays GitHub for the tests of a file: nothing leaves this machine. */
export function playGithub(): PlayedGithub {
  const token = 'ghs_TheTokenThatNobodyElseMaySee00000000';
  let documents: SentDocument[] = [];
  let sent: string[] = [];
  let logged: unknown[] = [];
  let observed: string[] = [];

  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    const [left, seen] = [nock.pendingMocks(), documents];
    nock.cleanAll();
    [documents, sent, logged, observed] = [[], [], [], []];
    expect({ left, violations: seen.flatMap(violationsOf) }).toEqual({ left: [], violations: [] });
  });
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  const log = (message: string, data?: unknown) => logged.push(message, data);
  const logger: Logger = { debug: log, info: log, warn: log, error: log };
  const app = (retryRequests = false) => {
    nock(api)
      .post('/app/installations/7/access_tokens')
      .optionally()
      .reply(201, { token, expires_at: '2100-01-01T00:00:00Z', permissions: {} });
    const telemetry = {
      ...silentTelemetry,
      githubRequest: (kind: string, status: string) => observed.push(`${kind} ${status}`),
      rateLimit: (installation: string, left: number) =>
        observed.push(`${installation}: ${left} left`),
    };
    const probot = createProbot({
      appId: 1,
      privateKey,
      webhookSecret: 'a secret of thirty-two characters, or more',
      githubApiUrl: api,
      logger,
      retryRequests,
      fetch: (address, options) => {
        const { pathname } = new URL(String(address));
        if (!pathname.endsWith('/access_tokens')) sent.push(`${options?.method} ${pathname}`);
        return fetch(address, options);
      },
    });
    return new GithubApp(probot, telemetry);
  };
  return {
    token,
    app,
    documents: () => documents,
    sent: () => sent,
    logged: () => logged,
    observed: () => observed,
    client: (retryRequests) => app(retryRequests).client(7, () => observed.push('write')),
    answer: (...answers) => {
      for (const answer of answers) {
        nock(api, { reqheaders: { authorization: `token ${token}` } })
          .post('/graphql')
          .reply(200, async (request: Request) => {
            const document = (await request.json()) as SentDocument;
            documents.push(document);
            return asAsked(answer, document);
          });
      }
    },
  };
}

/** An answer without what its document does not ask for: a reader can rely on nothing else. */
function asAsked(answer: object, { query }: SentDocument): object {
  const { definitions } = parse(query);
  const fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(({ name, selectionSet }) => [name.value, selectionSet]),
  );
  const namesIn = (set: SelectionSetNode): [string, SelectionSetNode | undefined][] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        return [[(selection.alias ?? selection.name).value, selection.selectionSet]];
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value);
      return inner ? namesIn(inner) : [];
    });
  const pick = (value: unknown, sets: readonly SelectionSetNode[]): unknown => {
    if (Array.isArray(value)) return value.map((each) => pick(each, sets));
    if (typeof value !== 'object' || value === null) return value;
    const asked = sets.flatMap(namesIn);
    const picked = Object.entries(value).flatMap(([name, each]) => {
      const inner = asked.filter(([key]) => key === name).map(([, set]) => set);
      return inner.length === 0
        ? []
        : [
            [
              name,
              pick(
                each,
                inner.filter((set) => set !== undefined),
              ),
            ],
          ];
    });
    return Object.fromEntries(picked);
  };
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !('data' in answer)) return answer;
  return { ...answer, data: pick(answer.data, [operation.selectionSet]) };
}

/** What GitHub's published schema has against a document and its variables. */
function violationsOf({ query, variables }: SentDocument): string[] {
  const schema = githubSchema();
  const document = parse(query);
  const broken = validate(schema, document);
  if (broken.length > 0) return broken.map(({ message }) => message);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') return ['The operation does not come first'];
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return (errors ?? []).map(({ message }) => message);
}

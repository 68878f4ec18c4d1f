import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request to the API, read. */
export interface ApiRequest {
  readonly method: string;
  /** Path without the base, and query. */
  readonly target: URL;
  readonly authorization: string | undefined;
  /** Parsed; undefined where there was none. */
  readonly body: unknown;
}

/** An answer of the API. Undefined stands for none at all. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Answers the API's requests. */
export type ApiHandler = (request: ApiRequest) => Promise<ApiAnswer | undefined>;

/** Both bases: GitHub's own, and that of a GitHub on somebody's own machines. */
const apiBase = /^\/api\/(?:v3(?=\/)|(?=graphql$))/;

/** The largest request that is read, in bytes. */
const largestBody = 50_000_000;

/** Answers the API's requests that come to a server. */
export function serve(server: Server, answer: ApiHandler): void {
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    respond(incoming, outgoing, answer).catch((error: unknown) => {
      const message = error instanceof Error ? `${error.stack}` : String(error);
      send(outgoing, { status: 500, body: { message } });
    });
  });
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: ApiHandler,
): Promise<void> {
  const target = new URL(incoming.url ?? '/', 'http://github.invalid');
  target.pathname = target.pathname.replace(apiBase, '/').replace(/^\/\/+/, '/');
  const body = await readBody(incoming);
  if (body instanceof SyntaxError) {
    return send(outgoing, { status: 400, body: { message: 'Problems parsing JSON' } });
  }
  const { method = 'GET', headers } = incoming;
  const answered = await answer({ method, target, authorization: headers.authorization, body });
  if (answered) send(outgoing, answered);
}

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  if (Number(incoming.headers['content-length'] ?? 0) > largestBody) {
    return new SyntaxError('The body is too large');
  }
  const bytes = await buffer(incoming);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch (error) {
    return error;
  }
}

function send(outgoing: ServerResponse, { status, headers, body }: ApiAnswer): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  outgoing.writeHead(status, { ...type, ...headers });
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Attachments } from './attachments.ts';

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

/** A server on a port of loopback's. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on loopback. @param port 0 for any that is free */
export async function listen(port: number): Promise<{ server: Server; running: RunningServer }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { server, running: { url: `http://127.0.0.1:${taken}`, close } };
}

/** Answers what comes in: attachments, and the API. */
export function serve(server: Server, attachments: Attachments, answer: ApiHandler): void {
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    respond(incoming, outgoing, attachments, answer).catch((error: unknown) => {
      const message = error instanceof Error ? `${error.stack}` : String(error);
      send(outgoing, { status: 500, body: { message } });
    });
  });
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  attachments: Attachments,
  answer: ApiHandler,
): Promise<void> {
  const target = new URL(incoming.url ?? '/', 'http://github.invalid');
  if (/^\/(user-attachments|private-user-images)\//.test(target.pathname)) {
    return sendAttachment(outgoing, attachments, target);
  }
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

function sendAttachment(outgoing: ServerResponse, attachments: Attachments, target: URL): void {
  const answered = attachments.answer(target);
  if (answered.status === 302) {
    outgoing.writeHead(302, { location: answered.location }).end();
  } else if (answered.status === 200) {
    const { type, bytes } = answered.attachment;
    outgoing.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  } else {
    outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
  }
}

function send(outgoing: ServerResponse, { status, headers, body }: ApiAnswer): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  outgoing.writeHead(status, { ...type, ...headers });
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
}

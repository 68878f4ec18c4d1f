import { type ServerResponse, STATUS_CODES } from 'node:http';

/** What is sent back. */
export interface HttpResponse {
  readonly status: number;
  /** The media type with its charset; plain text, if left out. */
  readonly type?: string;
  /** The status's own words, if left out. Nothing that went wrong inside is ever told. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the connection is closed: the rest of a request that was refused is not waited for. */
  readonly close?: boolean;
}

export const mediaTypes = {
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Sends a response. To a `HEAD` Node itself sends no body. */
export function send(response: ServerResponse, answer: HttpResponse): void {
  const { status, type = mediaTypes.text, headers = {}, close = false } = answer;
  const body = answer.body ?? `${STATUS_CODES[status]}\n`;
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
    ...(close && { connection: 'close' }),
  });
  response.end(body);
}

/** Refuses another method than those that a path has. */
export function methodNotAllowed(...methods: readonly string[]): HttpResponse {
  return { status: 405, headers: { allow: methods.join(', ') }, close: true };
}

import { Client, type Dispatcher } from 'undici';
import { failure, type Result, success } from '../problem/result.ts';
import { checkedConnector } from './checked-connector.ts';
import type { DownloadLimits } from './download-limits.ts';
import { downloadProblem, problemOfFault } from './download-problem.ts';

/** What a server gave us: the file, or another address where it is. */
export type Answer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'redirect'; readonly location: string };

export interface LogoRequest {
  /** Checked. */
  readonly url: URL;
  /** The host's addresses, checked. */
  readonly addresses: readonly string[];
  readonly isAllowedAddress: (address: string) => boolean;
  readonly certificates?: string | undefined;
  /** The token to show, if any. */
  readonly token?: string | undefined;
  readonly limits: DownloadLimits;
  /** Ends everything. */
  readonly deadline: AbortSignal;
}

/** Asks one server once, and reads a file to its end. Nothing is unpacked, so that no small answer becomes a large one. */
export async function requestLogo(request: LogoRequest): Promise<Result<Answer>> {
  const { url, limits } = request;
  const client = new Client(url.origin, {
    connect: checkedConnector({ ...request, timeout: limits.idle }),
    headersTimeout: limits.idle,
    bodyTimeout: limits.idle,
  });
  try {
    const response = await send(client, request);
    return response.ok ? await readResponse(response.value, url.host, limits) : response;
  } finally {
    await client.destroy();
  }
}

async function send(
  client: Client,
  { url, token, deadline }: LogoRequest,
): Promise<Result<Dispatcher.ResponseData>> {
  try {
    return success(
      await client.request({
        method: 'GET',
        path: `${url.pathname}${url.search}`,
        headers: {
          accept: 'image/*,*/*;q=0.1',
          'accept-encoding': 'identity',
          'user-agent': 'poweredby',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        signal: deadline,
      }),
    );
  } catch (fault) {
    return failure(problemOfFault(fault, url.host, 'download-unreachable'));
  }
}

async function readResponse(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  host: string,
  limits: DownloadLimits,
): Promise<Result<Answer>> {
  if (status === 200) {
    // Any other type may be a picture's: servers call SVG plain text, and its bytes tell later.
    const isWebPage = /^\s*(text\/html|application\/xhtml)/i.test(String(headers['content-type']));
    if (isWebPage) return failure(downloadProblem('download-web-page', { host }));
    return readBody(body, host, limits.bytes);
  }
  const { location } = headers;
  if ([301, 302, 303, 307, 308].includes(status) && typeof location === 'string') {
    return success({ kind: 'redirect', location });
  }
  if ([401, 403, 404, 410].includes(status)) {
    return failure(downloadProblem('download-not-found', { host, status }));
  }
  const mayPass = status >= 500 || [408, 425, 429].includes(status);
  const code = mayPass ? 'download-server-fails' : 'download-refused';
  return failure(downloadProblem(code, { host, status }));
}

/** What was sent is counted, not what the server said it would send. */
async function readBody(
  body: AsyncIterable<Uint8Array>,
  host: string,
  limit: number,
): Promise<Result<Answer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limit) {
        const megabytes = limit / 1024 ** 2;
        return failure(downloadProblem('download-too-large', { host, limit: megabytes }));
      }
      chunks.push(chunk);
    }
  } catch (fault) {
    return failure(problemOfFault(fault, host, 'download-broken-off'));
  }
  return success({ kind: 'file', bytes: Buffer.concat(chunks) });
}

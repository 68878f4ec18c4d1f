import type { IncomingMessage } from 'node:http';
import { decodeUtf8 } from '../../text/decode-utf8.ts';
import type { Service } from '../service.ts';
import type { HttpResponse } from './http-response.ts';
import type { BodyReader, BodyRefusal } from './read-body.ts';
import { SignatureCheck } from './signature-check.ts';

/** What a delivery's headers say. */
interface DeliveryHead {
  readonly id: string;
  readonly name: string;
  /** `sha256=` and 64 hexadecimal digits. */
  readonly signature: string;
}

type WebhookOutcome = 'taken' | 'not-stored' | 'bad-signature' | 'unreadable';

const statuses: Readonly<Record<BodyRefusal | WebhookOutcome, number>> = {
  taken: 202,
  'too-large': 413,
  'too-busy': 503,
  'cut-off': 400,
  // GitHub shows it in the app's settings; the sweep finds what the webhook was about.
  'not-stored': 503,
  'bad-signature': 401,
  unreadable: 400,
};

/** What takes webhooks. */
export interface WebhookOptions {
  readonly service: Service;
  readonly bodies: BodyReader;
  readonly secret: string;
}

/**
 * Takes a webhook. Whatever can be refused by its headers is, before a byte of the body is read; and no text is made of a body
 * before its signature is known to be GitHub's.
 *
 * A delivery that came before is taken again: a redelivery has the same id and must work, and what a delivery starts is
 * the same however often it is started.
 */
export async function takeWebhook(
  request: IncomingMessage,
  { service, bodies, secret }: WebhookOptions,
): Promise<HttpResponse> {
  const head = readHead(request);
  if (typeof head === 'number') return { status: head, close: true };
  const { id, name, signature } = head;
  const check = new SignatureCheck(secret);
  const outcome = await bodies.read(request, {
    onPart: (part) => check.update(part),
    onEnd: async (blocks): Promise<WebhookOutcome> => {
      if (!check.matches(signature)) return 'bad-signature';
      const payload = readPayload(blocks);
      if (!payload) return 'unreadable';
      return (await service.receive({ id, name, payload })) ? 'taken' : 'not-stored';
    },
  });
  return { status: statuses[outcome], close: outcome !== 'taken' };
}

function readPayload(blocks: readonly Uint8Array[]): object | undefined {
  const text = decodeUtf8(Buffer.concat(blocks));
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What the headers say, or the status with which they are refused. */
function readHead({ headers }: IncomingMessage): DeliveryHead | number {
  if (!/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '')) return 415;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 415;
  const [signature, name, id] = ['x-hub-signature-256', 'x-github-event', 'x-github-delivery'].map(
    (header) => String(headers[header] ?? ''),
  );
  if (signature === undefined || !/^sha256=[0-9a-f]{64}$/.test(signature)) return 401;
  if (name === undefined || !/^[a-z0-9_]{1,64}$/.test(name)) return 400;
  if (id === undefined || !/^[\w-]{1,64}$/.test(id)) return 400;
  return { id, name, signature };
}

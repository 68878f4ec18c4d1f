import type { IncomingMessage } from 'node:http';
import type { Delivery, DeliveryOutcome } from '../app.ts';
import { decodeUtf8 } from '../text/decode-utf8.ts';
import type { Answer } from './answer.ts';
import type { BodyReader, BodyRefusal } from './read-body.ts';
import type { Service } from './service.ts';

/** What a delivery's headers say. */
type DeliveryHead = Omit<Delivery, 'body'>;

const refusals: Readonly<Record<BodyRefusal | Exclude<DeliveryOutcome, 'taken'>, number>> = {
  'too-large': 413,
  'too-busy': 503,
  'cut-off': 400,
  'bad-signature': 401,
  unreadable: 400,
};

/**
 * Takes a webhook. Whatever can be refused by its headers is, before a byte of the body is read.
 *
 * A delivery that came before is taken again: a redelivery has the same id and must work, and what a delivery starts is
 * the same however often it is started.
 */
export async function takeWebhook(
  request: IncomingMessage,
  service: Service,
  bodies: BodyReader,
): Promise<Answer> {
  const head = readHead(request);
  if (typeof head === 'number') return { status: head, close: true };
  const outcome = await bodies.read(request, async (bytes) => {
    // The signature is that of every byte.
    const body = decodeUtf8(bytes);
    return body === undefined ? 'unreadable' : service.receive({ ...head, body });
  });
  if (outcome === 'taken') return { status: 202 };
  return { status: refusals[outcome], close: true };
}

/** What the headers say, or the status with which they are refused. */
function readHead({ headers }: IncomingMessage): DeliveryHead | number {
  if (!/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '')) return 415;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 415;
  const [signature, name, id] = ['x-hub-signature-256', 'x-github-event', 'x-github-delivery'].map(
    (header) => String(headers[header] ?? ''),
  );
  if (signature === undefined || !/^sha256=[0-9a-f]{64}$/.test(signature)) return 401;
  if (name === undefined || !/^[a-z_]{1,64}$/.test(name)) return 400;
  if (id === undefined || !/^[\w-]{1,64}$/.test(id)) return 400;
  return { id, name, signature };
}

import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { BodyReader } from '../../src/server/read-body.ts';

/** A request whose body comes in these pieces. */
function request(...pieces: readonly string[]): IncomingMessage {
  const stream = Readable.from(pieces.map((piece) => Buffer.from(piece)));
  return Object.assign(stream, { headers: {}, complete: true }) as unknown as IncomingMessage;
}

const asText = async (body: Buffer): Promise<string> => body.toString();

describe('the reader of bodies', () => {
  it('puts the pieces together', async () => {
    expect(await new BodyReader().read(request('ab', '', 'c'), asText)).toBe('abc');
  });

  it('holds so much at most, all bodies together, and takes more when they are gone', async () => {
    const reader = new BodyReader(5, 0);
    const used = Promise.withResolvers<string>();
    const first = reader.read(request('abcd'), () => used.promise);
    expect(await reader.read(request('ef'), asText)).toBe('too-busy');
    expect(await reader.read(request('e'), asText)).toBe('e');
    used.resolve('used');
    expect(await first).toBe('used');
    expect(await reader.read(request('ef', 'gh'), asText)).toBe('efgh');
  });

  it('lets ordinary ones through where large ones fill it', async () => {
    const reader = new BodyReader(4, 2);
    const used = Promise.withResolvers<string>();
    const large = reader.read(request('abcdef'), () => used.promise);
    expect(await reader.read(request('xyz'), asText)).toBe('too-busy');
    expect(await reader.read(request('xy'), asText)).toBe('xy');
    used.resolve('used');
    expect(await large).toBe('used');
  });

  it('passes on what goes wrong with a body that came whole', async () => {
    const reader = new BodyReader(5, 0);
    const broken = reader.read(request('abcd'), () => Promise.reject(new Error('No')));
    await expect(broken).rejects.toThrow('No');
    expect(await reader.read(request('abcd'), asText)).toBe('abcd');
  });
});

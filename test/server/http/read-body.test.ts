import type { IncomingMessage } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { BodyReader, type BodyRefusal, type BodyUse } from '../../../src/server/http/read-body.ts';

/** A request whose body comes in these pieces. */
function request(...pieces: readonly string[]): IncomingMessage {
  return asRequest(Readable.from(pieces.map((piece) => Buffer.from(piece))));
}

function asRequest(stream: Readable): IncomingMessage {
  return Object.assign(stream, { headers: {}, complete: true }) as unknown as IncomingMessage;
}

/** What becomes of a body: its text, where it is read. */
function textOf(reader: BodyReader, from: IncomingMessage): Promise<string | BodyRefusal> {
  return reader.read(from, {
    onPart: () => {},
    onEnd: async (blocks) => Buffer.concat(blocks).toString(),
  });
}

describe('the reader of bodies', () => {
  it.each([
    [[]],
    [['ab', '', 'c']],
    [['abcd']],
    [['abc', 'defgh', 'ijklmnopq']],
    [Array.from('abcdefghijkl')],
  ])('gives %j whole, and each part as it comes', async (pieces) => {
    const parts: Uint8Array[] = [];
    const use: BodyUse<string> = {
      onPart: (part) => parts.push(part),
      onEnd: async (blocks) => Buffer.concat(blocks).toString(),
    };
    const reader = new BodyReader({ together: 100, block: 4 });
    expect(await reader.read(request(...pieces), use)).toBe(pieces.join(''));
    expect(Buffer.concat(parts).toString()).toBe(pieces.join(''));
  });

  it('holds so much at most, all bodies together, and takes more when they are gone', async () => {
    const reader = new BodyReader({ together: 6, block: 2 });
    const used = Promise.withResolvers<string>();
    const first = reader.read(request('abcd'), { onPart: () => {}, onEnd: () => used.promise });
    await new Promise((resolve) => setImmediate(resolve));
    expect(await textOf(reader, request('efg'))).toBe('too-busy');
    expect(await textOf(reader, request('ef'))).toBe('ef');
    used.resolve('used');
    expect(await first).toBe('used');
    expect(await textOf(reader, request('ef', 'ghij'))).toBe('efghij');
  });

  it('lets an ordinary one through where larger ones fill it: the largest is dropped', async () => {
    const reader = new BodyReader({ together: 16, block: 2 });
    const [large, largest] = [new PassThrough(), new PassThrough()];
    const outcomes = [large, largest].map((stream) => textOf(reader, asRequest(stream)));
    large.write('abcdef');
    largest.write('abcdefghij');
    await new Promise((resolve) => setImmediate(resolve));
    expect(await textOf(reader, request('xyz'))).toBe('xyz');
    large.end('gh');
    largest.end('kl');
    expect(await Promise.all(outcomes)).toEqual(['abcdefgh', 'too-busy']);
  });

  it('never drops one that has come whole', async () => {
    const reader = new BodyReader({ together: 4, block: 2 });
    const used = Promise.withResolvers<void>();
    const whole = reader.read(request('abcd'), {
      onPart: () => {},
      onEnd: async (blocks) => {
        await used.promise;
        return Buffer.concat(blocks).toString();
      },
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(await textOf(reader, request('x'))).toBe('too-busy');
    used.resolve();
    expect(await whole).toBe('abcd');
  });

  it('passes on what goes wrong with a body that came whole, and forgets it', async () => {
    const reader = new BodyReader({ together: 4, block: 2 });
    const onEnd = () => Promise.reject(new Error('No'));
    await expect(reader.read(request('abcd'), { onPart: () => {}, onEnd })).rejects.toThrow('No');
    expect(await textOf(reader, request('abcd'))).toBe('abcd');
  });
});

import fc from 'fast-check';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { GithubClient } from '../../../src/github/client/github-client.ts';
import { readText } from '../../../src/github/nodes/file-node.ts';
import { silentTelemetry } from '../../../src/telemetry/telemetry.ts';
import { api, playGithub } from '../played-github.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };

/** A file as GraphQL gives it: its text is what can be read of the bytes, and has no byte-order mark. */
function nodeOf(bytes: Uint8Array, isTruncated = false) {
  const text = new TextDecoder().decode(bytes);
  return { object: { oid: 'abc', byteSize: bytes.length, isTruncated, text } };
}

/** Has the bytes given to who asks for the object; fails the test if nobody does. */
function giveBlob(bytes: Uint8Array) {
  return nock(api)
    .get('/repos/acme/site/git/blobs/abc')
    .reply(200, { content: Buffer.from(bytes).toString('base64'), encoding: 'base64' });
}

const utf8 = (text: string): Buffer => Buffer.from(text);

describe('a file’s text', () => {
  it('needs no other request where GraphQL gave all of it', async () => {
    const client = await github.client();
    const text = 'title: 你好 \u{1f600}\r\n';
    expect(await readText(client, repository, nodeOf(utf8(text)))).toBe(text);
    expect(await readText(client, repository, nodeOf(utf8('')))).toBe('');
    expect(github.sent()).toEqual([]);
  });

  it('is none for a folder, or for what is not there', async () => {
    const client = await github.client();
    expect(await readText(client, repository, { object: {} })).toBeUndefined();
    expect(await readText(client, repository, { object: null })).toBeUndefined();
    expect(github.sent()).toEqual([]);
  });

  it.each([
    ['is cut', { ...nodeOf(utf8('whole'), true).object, text: 'who' }],
    ['is taken for binary', { ...nodeOf(utf8('whole')).object, text: null }],
    ['has another length than the file', { ...nodeOf(utf8('whole')).object, text: 'wholes' }],
  ])('is read whole where the one of GraphQL %s', async (_, object) => {
    giveBlob(utf8('whole'));
    expect(await readText(await github.client(), repository, { object })).toBe('whole');
  });

  it('keeps its byte-order mark, which GraphQL leaves out', async () => {
    const bytes = utf8('\uFEFFtext');
    giveBlob(bytes);
    expect(await readText(await github.client(), repository, nodeOf(bytes))).toBe('\uFEFFtext');
  });

  it('may have a replacement character of its own', async () => {
    const bytes = utf8('one \uFFFD two');
    giveBlob(bytes);
    expect(await readText(await github.client(), repository, nodeOf(bytes))).toBe('one \uFFFD two');
  });

  it('is none where the bytes are not UTF-8, though they be as many as what replaces them', async () => {
    const bytes = Buffer.from([0xe4, 0xbd, 0x20]);
    expect(Buffer.byteLength(nodeOf(bytes).object.text)).toBe(4);
    // Three bytes that become one character of three.
    const alike = Buffer.from([0xf0, 0x90, 0x80]);
    expect(Buffer.byteLength(nodeOf(alike).object.text)).toBe(alike.length);
    const client = await github.client();
    for (const each of [bytes, alike]) {
      giveBlob(each);
      expect(await readText(client, repository, nodeOf(each))).toBe('not-utf8');
    }
  });

  it('is the file byte for byte, or none', async () => {
    let bytes = utf8('');
    const nobody = async () => ({});
    const octokit = {
      request: async () => ({ status: 200, data: { content: bytes.toString('base64') } }),
      graphql: nobody,
      auth: nobody,
    };
    const options = { telemetry: silentTelemetry, installation: 7, onWrite: () => {} };
    const client = new GithubClient(octokit, options);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }).map(utf8),
      fc.uint8Array({ maxLength: 6 }).map((some) => Buffer.from(some)),
      fc.constantFrom(utf8('\uFEFF'), utf8('\uFFFD'), utf8('\0'), utf8('\r\n')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (pieces) => {
        bytes = Buffer.concat(pieces);
        const text = await readText(client, repository, nodeOf(bytes));
        const isUtf8 = Buffer.from(bytes.toString()).equals(bytes);
        expect(text).toBe(isUtf8 ? bytes.toString() : 'not-utf8');
      }),
    );
  });
});

import { inspect } from 'node:util';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/github/changes/change.ts';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { Limited } from '../../../src/github/client/limited.ts';
import { readBlob } from '../../../src/github/client/read-blob.ts';
import type { TypedDocument } from '../../../src/github/client/typed-document.ts';
import { api, playGithub } from '../played-github.ts';

const github = playGithub();
const done = { clientMutationId: null };
const query = 'query Who($login: String!) { user(login: $login) { id } }';
const whoDocument: TypedDocument<Who, { login: string }> = { text: query };
const branch: Change = {
  kind: 'create-branch',
  repositoryId: 'R_1',
  branch: 'poweredby/issue-1',
  oid: 'a'.repeat(40),
};
const seen = (commentId: string): Change => ({ kind: 'add-reaction', commentId, reaction: 'EYES' });

interface Who {
  readonly user: { readonly id: string } | null;
  readonly rateLimit?: { readonly remaining: number } | null;
}

/** What a promise was broken with. */
async function failureOf(promise: Promise<unknown>): Promise<RequestFailed> {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof RequestFailed)) throw new Error('It did not fail', { cause: error });
  return error;
}

describe('a query', () => {
  it('is sent as it is, with the token of the installation', async () => {
    nock(api, { reqheaders: { authorization: `token ${github.token}` } })
      .post('/graphql', { query, variables: { login: 'ann' } })
      .reply(200, { data: { user: { id: 'U_1' } } });
    const client = await github.client();
    expect(await client.query(whoDocument, { login: 'ann' })).toEqual({
      data: { user: { id: 'U_1' } },
      errors: [],
    });
    expect(github.observed()).toEqual(['query 200']);
  });

  it('of which a part failed gives the rest, and says what failed', async () => {
    const errors = [{ type: 'NOT_FOUND', path: ['user'], message: 'No such user' }];
    github.answer({ data: { user: null }, errors });
    const client = await github.client();
    expect(await client.query(whoDocument, { login: 'ann' })).toEqual({
      data: { user: null },
      errors,
    });
    expect(github.observed()).toEqual(['query partial']);
  });

  it('fails as one that is not allowed where a part is forbidden, though HTTP says 200', async () => {
    const message = 'The organization has an IP allow list enabled';
    github.answer({ data: { user: null }, errors: [{ type: 'FORBIDDEN', message }] });
    const client = await github.client();
    const failure = await failureOf(client.query(whoDocument, { login: 'ann' }));
    expect(failure.status).toBe(403);
  });

  it('fails where there is no data at all', async () => {
    github.answer({ data: null, errors: [{ message: 'Something went wrong' }] });
    const client = await github.client();
    const failure = await failureOf(client.query(whoDocument, { login: 'ann' }));
    expect(failure.status).toBeUndefined();
    expect(failure.cause).toMatchObject({ message: 'Something went wrong' });
  });

  it('is sent again by Octokit where GitHub stumbles', async () => {
    nock(api).post('/graphql').reply(502, 'Bad gateway');
    github.answer({ data: { user: { id: 'U_1' } } });
    const client = await github.client(true);
    const { data } = await client.query(whoDocument, { login: 'ann' });
    expect(data).toEqual({ user: { id: 'U_1' } });
    expect(github.sent()).toEqual(['POST /graphql', 'POST /graphql']);
  });

  it('tells how many requests are left, where it asked', async () => {
    github.answer({ data: { rateLimit: { remaining: 4321 } } });
    const client = await github.client();
    const document: TypedDocument<Who, Record<string, never>> = {
      text: '{ rateLimit { remaining } }',
    };
    await client.query(document, {});
    expect(github.observed()).toEqual(['query 200', '7: 4321 left']);
  });
});

describe('a document of changes', () => {
  it('is sent as one, its inputs as variables, after it was announced', async () => {
    const node = { id: 'C_1', updatedAt: '2026-01-01T00:00:00Z' };
    nock(api)
      .post('/graphql', {
        query:
          'mutation Changes($change0: CreateRefInput!, $change1: AddCommentInput!) {\n' +
          '  change0: createRef(input: $change0) { clientMutationId }\n' +
          '  change1: addComment(input: $change1) { commentEdge { node { id updatedAt } } }\n' +
          '}',
        variables: {
          change0: {
            repositoryId: 'R_1',
            name: 'refs/heads/poweredby/issue-1',
            oid: 'a'.repeat(40),
          },
          change1: { subjectId: 'I_1', body: 'Hello' },
        },
      })
      .reply(200, { data: { change0: done, change1: { commentEdge: { node } } } });
    const client = await github.client();
    const comment: Change = { kind: 'add-comment', subjectId: 'I_1', body: 'Hello' };
    expect(await client.apply([branch, comment])).toEqual([
      { kind: 'done', change: branch },
      { kind: 'comment-written', change: comment, id: 'C_1', updatedAt: new Date(node.updatedAt) },
    ]);
    expect(github.observed()).toEqual(['write', 'mutation 200']);
  });

  it('says of each change what became of it', async () => {
    const stale = { type: 'STALE_DATA', path: ['change1'], message: 'Expected another head' };
    github.answer({ data: { change0: done, change1: null, change2: done }, errors: [stale] });
    const client = await github.client();
    expect(await client.apply([seen('C_1'), seen('C_2'), seen('C_3')])).toEqual([
      { kind: 'done', change: seen('C_1') },
      { kind: 'failed', change: seen('C_2'), error: stale },
      { kind: 'done', change: seen('C_3') },
    ]);
    expect(github.observed()).toEqual(['write', 'mutation partial']);
  });

  it('is sent only once, also where the answer is 502', async () => {
    nock(api).post('/graphql').times(4).optionally().reply(502, 'Bad gateway');
    const client = await github.client(true);
    expect(await failureOf(client.apply([branch]))).toMatchObject({ status: 502 });
    expect(github.sent()).toEqual(['POST /graphql']);
  });

  it('is sent only once, also where the connection breaks', async () => {
    nock(api).post('/graphql').times(4).optionally().replyWithError('socket hang up');
    const client = await github.client(true);
    const failure = await failureOf(client.apply([branch]));
    expect(failure.message).toBe('A mutation request to GitHub failed');
    expect(github.sent()).toEqual(['POST /graphql']);
  });

  it('is sent only once, also where a part of it came to a limit', async () => {
    const limited = { type: 'RATE_LIMITED', path: ['change1'], message: 'API rate limit exceeded' };
    nock(api)
      .post('/graphql')
      .times(4)
      .optionally()
      .reply(200, { data: { change0: done, change1: null }, errors: [limited] });
    const client = await github.client(true);
    await expect(client.apply([seen('C_1'), seen('C_2')])).rejects.toBeInstanceOf(Limited);
    expect(github.sent()).toEqual(['POST /graphql']);
    expect(github.observed()).toEqual(['write', 'mutation limited']);
  });
});

describe('a file’s bytes', () => {
  it('are read whole, by the id of the object', async () => {
    const bytes = Buffer.from([0, 0xff, 0xfe, 0x80]);
    nock(api)
      .get('/repos/acme/site/git/blobs/abc')
      .reply(200, { content: `${bytes.toString('base64')}\n`, encoding: 'base64' });
    const client = await github.client();
    expect(Buffer.from(await readBlob(client, { owner: 'acme', name: 'site' }, 'abc'))).toEqual(
      bytes,
    );
    expect(github.observed()).toEqual(['rest 200']);
  });
});

describe('the app', () => {
  it('asks once for its own name, and again if it got none', async () => {
    nock(api).get('/app').reply(500, {});
    nock(api).get('/app').reply(200, { slug: 'powered-by' });
    const app = github.app();
    await failureOf(app.bot());
    expect(await app.bot()).toBe('powered-by[bot]');
    expect(await app.bot()).toBe('powered-by[bot]');
    expect(github.sent()).toEqual(['GET /app', 'GET /app']);
  });
});

describe('a token for attachments', () => {
  it('opens one repository and reads its issues, and is made once for each', async () => {
    const asked: unknown[] = [];
    const app = github.app();
    nock(api)
      .post('/app/installations/7/access_tokens', /repository_ids/)
      .times(2)
      .reply(201, async (request: Request) => {
        asked.push(await request.json());
        const token = `ghs_${asked.length}`;
        return { token, expires_at: '2100-01-01T00:00:00Z', permissions: {} };
      });
    github.answer({ data: { user: null } });
    const client = await app.client(7, () => {});
    await client.query(whoDocument, { login: 'ann' });
    expect(asked).toEqual([]);
    expect(await client.attachmentToken(12)).toBe('ghs_1');
    const later = await app.client(7, () => {});
    expect(await later.attachmentToken(12)).toBe('ghs_1');
    expect(await later.attachmentToken(13)).toBe('ghs_2');
    expect(asked).toEqual([
      { repository_ids: [12], permissions: { issues: 'read' } },
      { repository_ids: [13], permissions: { issues: 'read' } },
    ]);
  });
});

describe('what goes wrong', () => {
  it.each([403, 404, 422, 502, 'broken'] as const)(
    'with %s never tells a token, neither to who catches it nor to the log',
    async (answer) => {
      const reply = (interceptor: nock.Interceptor) =>
        answer === 'broken'
          ? interceptor.replyWithError('socket hang up')
          : interceptor.reply(answer, { message: 'No', errors: [{ message: 'No' }] });
      reply(nock(api).post('/graphql').times(2));
      reply(nock(api).get('/app'));
      reply(nock(api).get(/^\/repos\//));
      reply(nock(api).post('/app/installations/7/access_tokens', /repository_ids/));
      const app = github.app();
      const [client, appClient] = [await app.client(7, () => {}), await app.appClient()];
      const failures = [
        await failureOf(client.query(whoDocument, { login: 'ann' })),
        await failureOf(client.apply([branch])),
        await failureOf(readBlob(client, { owner: 'acme', name: 'site' }, 'abc')),
        await failureOf(appClient.rest('GET /app')),
        await failureOf(client.attachmentToken(12)),
      ];
      const told = inspect([failures, github.logged()], {
        depth: Number.POSITIVE_INFINITY,
        maxStringLength: null,
        maxArrayLength: null,
        showHidden: true,
      });
      expect(told).toContain('A mutation request to GitHub failed');
      expect(told).not.toContain(github.token);
      // What a token of the app itself, and its private key, begin with.
      expect(told).not.toMatch(/eyJ|PRIVATE KEY/);
    },
  );
});

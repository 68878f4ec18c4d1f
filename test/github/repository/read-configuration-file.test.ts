import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import { readCommentHtml } from '../../../src/github/repository/read-comment-html.ts';
import { readConfigurationFile } from '../../../src/github/repository/read-configuration-file.ts';
import { fileNode } from '../answers.ts';
import { api, playGithub } from '../played-github.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };

/** What is read where the default branch has this. */
async function read(defaultBranchRef: object | null) {
  github.answer({ data: { rateLimit: null, repository: { defaultBranchRef } } });
  return readConfigurationFile(await github.client(), repository);
}

describe('a configuration’s file', () => {
  it('is read from the newest commit of the default branch, with its id', async () => {
    const file = fileNode('abc', 'pages: {en: page.md}\n');
    expect(await read({ target: { file } })).toEqual({
      oid: 'abc',
      text: 'pages: {en: page.md}\n',
    });
    expect(github.documents().map(({ variables }) => variables)).toEqual([
      { ...repository, path: '.github/poweredby.yml', misnamed: '.github/poweredby.yaml' },
    ]);
  });

  it.each([
    ['the repository has none', { target: { file: null } }],
    ['a folder has its name', { target: { file: { object: {} } } }],
    ['the repository is empty', null],
  ])('is none where %s', async (_, branch) => {
    expect(await read(branch)).toBeUndefined();
  });

  it('is told from one whose name ends otherwise', async () => {
    expect(await read({ target: { file: null, misnamed: { oid: 'abc' } } })).toBe('misnamed');
  });

  it('is none where there is no such repository for us', async () => {
    const errors = [{ type: 'NOT_FOUND', path: ['repository'], message: 'No' }];
    github.answer({ data: { repository: null }, errors });
    expect(await readConfigurationFile(await github.client(), repository)).toBeUndefined();
  });

  it('that is no text is one that cannot be read, and its id is known', async () => {
    nock(api).get('/repos/acme/site/git/blobs/abc').reply(200, { content: '/w==' });
    const file = { object: { oid: 'abc', text: null, byteSize: 1, isTruncated: false } };
    const found = await read({ target: { file } });
    if (!found || found === 'misnamed') throw new Error('It is not there');
    expect(found.oid).toBe('abc');
    expect(readConfiguration(found.text).ok).toBe(false);
  });
});

describe('a comment as GitHub shows it', () => {
  it('is read by its id, and empty where it is gone', async () => {
    const errors = [{ type: 'NOT_FOUND', path: ['node'], message: 'No' }];
    github.answer(
      { data: { node: { bodyHTML: '<p>Hello</p>' } } },
      { data: { node: {} } },
      { data: { node: null }, errors },
    );
    const client = await github.client();
    expect(await readCommentHtml(client, 'C_1')).toBe('<p>Hello</p>');
    expect(await readCommentHtml(client, 'I_1')).toBe('');
    expect(await readCommentHtml(client, 'C_2')).toBe('');
    expect(github.documents()[0]?.variables).toEqual({ id: 'C_1' });
  });
});

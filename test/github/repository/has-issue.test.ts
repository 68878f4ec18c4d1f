import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { hasIssue } from '../../../src/github/repository/has-issue.ts';
import { api, playGithub } from '../played-github.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };

/** Whether the issue is there, where GitHub answers so. */
async function has(status: number, body: object = {}, headers: Record<string, string> = {}) {
  nock(api).get('/repos/acme/site/issues/12').reply(status, body, headers);
  return hasIssue(await github.client(), repository, 12);
}

const issueOf = (place: string) => ({ number: 12, repository_url: `${api}/repos/${place}` });

describe('an issue', () => {
  it('is there where REST finds it', async () => {
    expect(await has(200, issueOf('acme/site'))).toBe(true);
    expect(await has(200, issueOf('Acme/Site'))).toBe(true);
  });

  it.each([301, 404, 410])('is gone where REST answers %i', async (status) => {
    expect(await has(status, { message: 'No' })).toBe(false);
  });

  it('is gone where REST leads to another repository', async () => {
    nock(api).get('/repositories/9/issues/12').reply(200, issueOf('acme/other'));
    const location = `${api}/repositories/9/issues/12`;
    expect(await has(301, { message: 'Moved Permanently' }, { location })).toBe(false);
  });

  it.each([403, 500, 502])('may be there where REST answers %i', async (status) => {
    await expect(has(status, { message: 'No' })).rejects.toThrow(RequestFailed);
  });
});

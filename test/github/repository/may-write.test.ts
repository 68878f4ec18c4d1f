import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { mayWrite } from '../../../src/github/repository/may-write.ts';
import { api, playGithub } from '../played-github.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };
const ann = { login: 'ann', id: 5, isPerson: true };

/** Whether ann may write, where GitHub answers so. */
async function may(status: number, body: object): Promise<boolean> {
  nock(api).get('/repos/acme/site/collaborators/ann/permission').reply(status, body);
  return mayWrite(await github.client(), repository, ann);
}

const user = { id: 5, login: 'ann' };

describe('a person', () => {
  it.each([
    ['none', 'none', false],
    ['read', 'read', false],
    ['read', 'triage', false],
    ['write', 'write', true],
    ['write', 'maintain', true],
    ['admin', 'admin', true],
    ['read', 'translators', false],
    // A role that the organization made for itself.
    ['write', 'release-managers', true],
    ['something-new', 'something-new', false],
  ])('with the permission %s and the role %s may write: %s', async (permission, name, isWriter) => {
    expect(await may(200, { permission, role_name: name, user })).toBe(isWriter);
  });

  it('may write where a server is too old to name roles', async () => {
    expect(await may(200, { permission: 'write', user })).toBe(true);
  });

  it('may not where GitHub knows nobody of that name, or somebody else by now', async () => {
    expect(await may(404, { message: 'ann is not a user' })).toBe(false);
    expect(await may(200, { permission: 'admin', role_name: 'admin', user: null })).toBe(false);
    const other = { id: 6, login: 'ann' };
    expect(await may(200, { permission: 'admin', role_name: 'admin', user: other })).toBe(false);
  });

  it('without a number is nobody, whatever the name', async () => {
    const imported = { login: 'ann', id: undefined, isPerson: true };
    expect(await mayWrite(await github.client(), repository, imported)).toBe(false);
    expect(github.sent()).toEqual([]);
  });

  it('is asked for whatever the name', async () => {
    const path = '/repos/acme/site/collaborators/%22..%2F%3Fx%22/permission';
    nock(api).get(path).reply(404, { message: 'Not Found' });
    const odd = { login: '"../?x"', id: 7, isPerson: true };
    expect(await mayWrite(await github.client(), repository, odd)).toBe(false);
  });

  it.each([401, 403, 500])('is no less than a writer because GitHub answers %i', async (status) => {
    await expect(may(status, { message: 'No' })).rejects.toThrow(RequestFailed);
  });
});

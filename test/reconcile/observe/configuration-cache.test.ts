import { describe, expect, it } from 'vitest';
import { inProcessState } from '../../../src/queue/shared-state.ts';
import { ConfigurationCache } from '../../../src/reconcile/observe/configuration-cache.ts';
import { fileNode } from '../../github/answers.ts';
import { playGithub } from '../../github/played-github.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };

/** Has the next look at a repository's configuration find this. */
function find(file: object | null): void {
  const defaultBranchRef = { target: { file } };
  github.answer({ data: { rateLimit: null, repository: { defaultBranchRef } } });
}

describe('the configurations of repositories', () => {
  it('are read once, whatever the case of the names', async () => {
    find(fileNode('abc', 'pages: {en: page.md}\nlabel: listed\n'));
    const [client, store] = [await github.client(), new ConfigurationCache()];
    const known = await store.get(client, repository);
    expect(known).toMatchObject({ oid: 'abc', read: { ok: true, value: { label: 'listed' } } });
    expect(await store.get(client, { owner: 'Acme', name: 'SITE' })).toBe(known);
  });

  it('are each repository’s own', async () => {
    find(fileNode('one', 'pages: {en: one.md}'));
    find(fileNode('two', 'pages: {en: two.md}'));
    const [client, store] = [await github.client(), new ConfigurationCache()];
    expect((await store.get(client, repository))?.oid).toBe('one');
    expect((await store.get(client, { owner: 'acme', name: 'other' }))?.oid).toBe('two');
  });

  it('that are broken are kept with what is wrong', async () => {
    find(fileNode('abc', 'labell: x'));
    const [client, store] = [await github.client(), new ConfigurationCache()];
    expect((await store.get(client, repository))?.read.ok).toBe(false);
    expect((await store.get(client, repository))?.read.ok).toBe(false);
  });

  it('that are not there are remembered too: most repositories have none', async () => {
    find(null);
    const [client, store] = [await github.client(), new ConfigurationCache()];
    expect(await store.get(client, repository)).toBeUndefined();
    expect(await store.get(client, repository)).toBeUndefined();
  });

  it('are read again once they are forgotten', async () => {
    find(null);
    find(fileNode('abc', 'pages: {en: page.md}'));
    const [client, store] = [await github.client(), new ConfigurationCache()];
    await store.get(client, repository);
    await store.forget({ owner: 'ACME', name: 'site' });
    expect((await store.get(client, repository))?.oid).toBe('abc');
  });

  it('that another process learns of are read again where there was none', async () => {
    find(null);
    find(fileNode('abc', 'pages: {en: page.md}'));
    find(fileNode('abc', 'pages: {en: page.md}'));
    const changes = inProcessState().memory<string>('configuration');
    const client = await github.client();
    const [one, other] = [1, 2].map(() => new ConfigurationCache(undefined, changes));
    expect(await other?.get(client, repository)).toBeUndefined();
    expect(await other?.get(client, repository)).toBeUndefined();
    await one?.forget(repository);
    expect((await one?.get(client, repository))?.oid).toBe('abc');
    expect((await other?.get(client, repository))?.oid).toBe('abc');
    expect((await other?.get(client, repository))?.oid).toBe('abc');
  });

  it('that could not be read are asked for again', async () => {
    github.answer({ data: null, errors: [{ message: 'Something else' }] });
    find(fileNode('abc', 'pages: {en: page.md}'));
    const [client, store] = [await github.client(), new ConfigurationCache()];
    await expect(store.get(client, repository)).rejects.toThrow('A query request');
    expect((await store.get(client, repository))?.oid).toBe('abc');
  });

  it('of many repositories are looked at with one query, and read again only where they changed', async () => {
    const names = ['same', 'other', 'none'];
    const all = names.map((name) => ({ owner: 'acme', name }));
    const [client, store] = [await github.client(), new ConfigurationCache()];
    for (const [oid, page] of [
      ['one', 'one.md'],
      ['two', 'two.md'],
      ['three', 'three.md'],
    ]) {
      find(fileNode(oid ?? '', `pages: {en: ${page}}`));
    }
    for (const each of all) await store.get(client, each);
    const configured = (oid: string) => ({
      defaultBranchRef: { target: { file: { object: { oid } } } },
    });
    github.answer({
      data: {
        repository0: configured('one'),
        repository1: configured('new'),
        repository2: { defaultBranchRef: null },
      },
    });
    expect((await store.refresh(client, all)).map(({ name }) => name)).toEqual(['same', 'other']);
    find(fileNode('new', 'pages: {en: two.md}'));
    // It may have come back meanwhile.
    find(null);
    const known = [];
    for (const each of all) known.push(await store.get(client, each));
    expect(known.map((each) => each?.oid)).toEqual(['one', 'new', undefined]);
  });

  it('that are not there need no look of their own', async () => {
    const [client, store] = [await github.client(), new ConfigurationCache()];
    github.answer({ data: { repository0: { defaultBranchRef: null } } });
    expect(await store.refresh(client, [repository])).toEqual([]);
    expect(await store.get(client, repository)).toBeUndefined();
  });

  it('of repositories that could not be looked at call for no look at each of them, and are read when they are wanted', async () => {
    const [client, store] = [await github.client(), new ConfigurationCache()];
    github.answer({ data: null, errors: [{ message: 'Something else' }] });
    expect(await store.refresh(client, [repository])).toEqual([]);
    find(fileNode('abc', 'pages: {en: page.md}'));
    expect((await store.get(client, repository))?.oid).toBe('abc');
  });

  it('that are known hold where they could not be looked at', async () => {
    const [client, store] = [await github.client(), new ConfigurationCache()];
    find(fileNode('abc', 'pages: {en: page.md}'));
    await store.get(client, repository);
    github.answer({ data: null, errors: [{ message: 'Something else' }] });
    expect(await store.refresh(client, [repository])).toEqual([repository]);
    expect((await store.get(client, repository))?.oid).toBe('abc');
  });
});

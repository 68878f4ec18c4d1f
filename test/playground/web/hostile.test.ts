import { describe, expect, it } from 'vitest';
import { playground, sample, wordsOf } from '../visitor.ts';

/** Names that every object has something under. */
const inherited = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];

describe('a name that means something to JavaScript', () => {
  it('is no asset, no example, no locale', async () => {
    const { visitor, repository } = await playground();
    const someone = visitor();
    const oid = await repository.git.branch('main');
    for (const name of inherited) {
      expect((await someone.get(`//assets/${name}`)).status).toBe(404);
      expect((await someone.post('/examples', { example: name })).status).toBe(404);
      expect((await someone.get(`/site/${oid}/small/${name}`)).status).toBe(404);
      expect((await someone.get(`/site?locale=${name}&as-of=${name}`)).status).toBe(200);
      expect((await someone.post('/behind-the-scenes/faults', { fault: name })).status).toBe(200);
    }
  });

  it('is no type of file', async () => {
    const { visitor, emulator, repositories } = await playground();
    for (const name of inherited) {
      const file = new File(['hello'], `logo.${name}`);
      const answer = await visitor().post('/upload', { file });
      expect([answer.status, answer.text]).toEqual([
        422,
        expect.stringContaining('supported type'),
      ]);
    }
    expect(emulator.repositories).toEqual(repositories);
  });
});

describe('what was uploaded', () => {
  it('is served as the picture that its name says, and can do nothing', async () => {
    const { visitor } = await playground();
    const someone = visitor();
    const file = new File(['<html><script>alert(1)</script>'], '"><script>.png');
    const { text } = await someone.post('/upload', { file });
    const address = /\((https:[^)]+)\)/.exec(text)?.[1] ?? '';
    const shown = await someone.get(`//attached?address=${encodeURIComponent(address)}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });

  it('with a hostile name is shown, and the name does nothing', async () => {
    const { visitor, repository } = await playground();
    const names = [
      '](javascript:alert(1)).svg',
      '<img src=x onerror=alert(1)>.svg',
      '\u202egvs.svg',
    ];
    for (const name of names) {
      const file = new File([sample('juniper-parcel.svg')], name);
      await visitor().post('/issues', { title: name, body: '' });
      const page = await visitor().post(`/issues/${repository.issues.size}/comments`, {
        body: 'Look',
        file,
      });
      expect(page.text).not.toMatch(/<img src=x|href="javascript/);
      expect(page.text).toMatch(/src="\/attached\?address=/);
    }
  });
});

describe('texts that are too long', () => {
  it('are refused in GitHub’s words, and nothing is lost of what there is', async () => {
    const { visitor, repository } = await playground();
    const someone = visitor();
    const long = await someone.post('/issues', { title: 'T'.repeat(300), body: 'Hello' });
    expect(wordsOf(long)).toContain('GitHub refuses: Title is too long');
    await someone.post('/issues', { title: 'Short', body: 'Hello' });
    const edited = await someone.post('/issues/1/body', { body: 'B'.repeat(70_000) });
    expect(wordsOf(edited)).toContain('GitHub refuses: Body is too long');
    expect(repository.issues.get(1)?.body).toBe('Hello');
  });
});

import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { playground } from '../visitor.ts';

/** Asks with headers that `fetch` does not let one set. */
function askAs(url: string, path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<number>((resolve, reject) => {
    const asked = request(new URL(path, url), { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

describe('the playground’s pages', () => {
  it('run no script but their own, load nothing from elsewhere, and are framed by nobody', async () => {
    const { visitor } = await playground();
    const page = await visitor().get('');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.text).not.toMatch(
      /<script(?! src="\/)|\son\w+=|style="|(?:src|href)="(?:https?:)?\/\//,
    );
  });

  it('are given to those only who ask for this machine by its address', async () => {
    const { url } = await playground();
    const { port } = new URL(url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      expect(await askAs(url, '/millrace/millrace', { host })).toBe(200);
    }
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example']) {
      expect(await askAs(url, '/millrace/millrace', { host })).toBe(403);
    }
  });

  it('take a form of their own, and none of another site', async () => {
    const { url, visitor, repository } = await playground();
    const someone = visitor();
    const csrf = await someone.token();
    const body = () => new URLSearchParams({ csrf, title: 'Hello', body: 'World' });
    const send = async (headers: Record<string, string>) =>
      (await someone.ask('/issues', { method: 'POST', body: body(), headers })).status;
    expect(await send({})).toBe(403);
    expect(await send({ origin: 'https://evil.example' })).toBe(403);
    expect(await send({ origin: 'null' })).toBe(403);
    expect(await send({ origin: url, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ origin: url, 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(repository.issues.size).toBe(0);
    expect(await send({ origin: url, 'sec-fetch-site': 'same-origin' })).toBe(303);
    expect(repository.issues.size).toBe(1);
  });

  it('take no form without the visitor’s own mark', async () => {
    const { url, visitor, repository } = await playground();
    const other = await visitor().token();
    for (const csrf of ['', 'x', other]) {
      const body = new URLSearchParams({ csrf, title: 'Hello', body: 'World' });
      const request = { method: 'POST', body, headers: { origin: url } };
      expect((await visitor().ask('/issues', request)).status).toBe(403);
    }
    expect(repository.issues.size).toBe(0);
  });

  it('take a form as sent by whom its page shows, who the visitor is from then on', async () => {
    const { visitor, repository } = await playground();
    const someone = visitor();
    const old = await someone.get('/issues');
    expect(old.text).toContain('name="as" value="submitter"');
    expect(old.text).toContain('data-person="submitter"');
    await someone.be('maintainer');
    const page = await someone.post('/issues', { as: 'submitter', title: 'Mine', body: '' });
    expect(repository.issues.get(1)?.author.login).toBe('june-juniper');
    expect(page.text).toContain('data-person="submitter"');
    await someone.post('/issues', { as: 'nobody', title: 'Mine too', body: '' });
    expect(repository.issues.get(2)?.author.login).toBe('june-juniper');
  });

  it('stay those of whom they show, when they ask for what is new', async () => {
    const { visitor } = await playground();
    const someone = await visitor().be('maintainer');
    const fresh = await someone.ask('/issues', { headers: { 'x-person': 'submitter' } });
    expect(await fresh.text()).toContain('name="as" value="submitter"');
    expect((await someone.get('/issues')).text).toContain('data-person="maintainer"');
  });

  it('refuse what is too large, whether its length is told or not', async () => {
    const { url, visitor } = await playground();
    const someone = visitor();
    const bytes = new Uint8Array(12 * 1024 * 1024);
    const headers = { origin: url, 'x-csrf-token': await someone.token() };
    const whole = await someone.ask('/upload', { method: 'POST', body: bytes, headers });
    expect(whole.status).toBe(413);
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const stream = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 12) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const slices = { method: 'POST', body: stream, headers, duplex: 'half' } as const;
    expect((await someone.ask('/upload', slices)).status).toBe(413);
  });

  it('lead back to a page of their own only', async () => {
    const { url, visitor } = await playground();
    const someone = visitor();
    const csrf = await someone.token();
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '',
    ]) {
      const body = new URLSearchParams({ csrf, person: 'stranger', back });
      const answer = await someone.ask('//you-are', {
        method: 'POST',
        body,
        headers: { origin: url },
      });
      expect(answer.headers.get('location')).toBe('/');
    }
  });

  it('say that there is nothing, where there is nothing', async () => {
    const { visitor } = await playground();
    const places = ['/issues/99', '/pull/99', '/pull/99/files', '/nowhere', '/studio/x/logo.png'];
    for (const place of [
      ...places,
      '/edit?path=nothing',
      '/blob/main/../../etc/passwd',
      '//attached',
    ]) {
      expect([place, (await visitor().get(place)).status]).toEqual([place, 404]);
    }
  });
});

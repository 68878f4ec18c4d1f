import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { StartApp } from '../../../src/playground/running-app.ts';
import { playground, wordsOf } from '../visitor.ts';

/** In place of the app: takes webhooks, and has one job for ever. */
function receiver() {
  const received: string[] = [];
  const swept: Date[] = [];
  const startApp: StartApp = async (emulator) => {
    const server = createServer((incoming, outgoing) => {
      received.push(`${incoming.headers['x-github-delivery']}`);
      outgoing.writeHead(202).end();
      incoming.resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    emulator.webhooks.target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const stop = async () => {
      server.closeAllConnections();
      server.close();
    };
    const job = { lane: 'millrace/millrace', key: 'issue 1', state: 'running' };
    const sweep = async () => {
      swept.push(new Date());
    };
    return { jobs: () => [job], sweep, lastSweep: () => swept.at(-1), stop, kill: stop };
  };
  return { received, swept, startApp };
}

describe('behind the scenes', () => {
  it('webhooks are shown, and sent again under the same id', async () => {
    const { received, startApp } = receiver();
    const { visitor, emulator } = await playground({ startApp });
    const someone = visitor();
    await someone.post('/issues', { title: 'Hello', body: '' });
    await emulator.webhooks.settle();
    const page = await someone.get('/behind-the-scenes');
    expect(wordsOf(page)).toContain('202 issues.opened');
    const [path] = /\/behind-the-scenes\/deliveries\/\d+/.exec(page.text) ?? [''];
    await someone.post(path);
    await emulator.webhooks.settle();
    expect(received).toHaveLength(2);
    expect(received[1]).toBe(received[0]);
  });

  it('each webhook opens to show its payload and the answer', async () => {
    const { startApp } = receiver();
    const { visitor, emulator } = await playground({ startApp });
    const someone = visitor();
    await someone.post('/issues', { title: 'Hello', body: '' });
    await emulator.webhooks.settle();
    const list = await someone.get('/behind-the-scenes');
    const [, path = ''] =
      /href="\/millrace\/millrace(\/behind[^"]*\/deliveries\/\d+)"/.exec(list.text) ?? [];
    const words = wordsOf(await someone.get(path));
    expect(words).toContain('issues.opened');
    expect(words).toContain('x-hub-signature-256: sha256=');
    expect(words).toContain('"action": "opened"');
    expect(words).toContain('Status 202');
    expect((await someone.get('/behind-the-scenes/deliveries/999999')).status).toBe(404);
  });

  it('each request opens to show what was sent and what was answered, as long as that is kept', async () => {
    const { visitor, emulator } = await playground();
    const ask = () =>
      fetch(`${emulator.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'query Who { viewer { login } }', variables: { one: 1 } }),
      });
    await ask();
    const page = wordsOf(await visitor().get('/behind-the-scenes/requests/0'));
    expect(page).toContain('query Who { viewer { login } }');
    expect(page).toContain('"one": 1');
    expect(page).toContain('Status 401');
    expect(page).toContain('Requires authentication');
    for (let times = 0; times < 100; times += 1) await ask();
    expect(wordsOf(await visitor().get('/behind-the-scenes/requests/0'))).toContain(
      'Bodies are kept for the last requests only.',
    );
    expect((await visitor().get('/behind-the-scenes/requests/999')).status).toBe(404);
  });

  it('other pages say that a webhook was lost, until the app has swept', async () => {
    const { startApp } = receiver();
    const { visitor } = await playground({ startApp });
    const someone = visitor();
    await someone.post('/behind-the-scenes/faults', { fault: 'webhook-lost' });
    expect(wordsOf(await someone.get('/issues'))).not.toContain('A webhook was lost');
    const page = await someone.post('/issues', { title: 'Lost', body: '' });
    expect(wordsOf(page)).toContain('A webhook was lost');
    await someone.post('/behind-the-scenes/sweep');
    expect(wordsOf(await someone.get('/issues/1'))).not.toContain('A webhook was lost');
  });

  it('other pages say that the app is stopped', async () => {
    const { visitor } = await playground({ startApp: receiver().startApp });
    const someone = visitor();
    await someone.post('/behind-the-scenes/app', { app: 'stop' });
    expect(wordsOf(await someone.get('/issues'))).toContain('The app is stopped');
    await someone.post('/behind-the-scenes/app', { app: 'start' });
    expect(wordsOf(await someone.get('/issues'))).not.toContain('The app is stopped');
    const without = await playground();
    expect(wordsOf(await without.visitor().get('/issues'))).not.toContain('The app is stopped');
  });

  it('a webhook is lost when it is told to be', async () => {
    const { received, startApp } = receiver();
    const { visitor, emulator } = await playground({ startApp });
    const someone = visitor();
    const armed = await someone.post('/behind-the-scenes/faults', { fault: 'webhook-lost' });
    expect(armed.text).toMatch(/value="webhook-lost" aria-pressed="true"/);
    await someone.post('/issues', { title: 'Lost', body: '' });
    await someone.post('/issues', { title: 'Found', body: '' });
    await emulator.webhooks.settle();
    expect(received).toHaveLength(1);
    expect((await someone.get('/behind-the-scenes')).text).toMatch(
      /value="webhook-lost" aria-pressed="false".*The next sweep finds what happened/s,
    );
  });

  it('the app sweeps when it is told to, and says how often it does by itself', async () => {
    const { swept, startApp } = receiver();
    const { visitor } = await playground({ startApp });
    const someone = visitor();
    expect(wordsOf(await someone.get('/behind-the-scenes'))).toContain(
      'every 15 minutes, it sweeps',
    );
    const page = await someone.post('/behind-the-scenes/sweep');
    expect(wordsOf(page)).toContain('The app is sweeping.');
    expect(swept).toHaveLength(1);
    const stopped = await someone.post('/behind-the-scenes/app', { app: 'stop' });
    expect(wordsOf(stopped)).not.toContain('Sweep now');
  });

  it('a fault that was ordered is taken back', async () => {
    const { received, startApp } = receiver();
    const { visitor, emulator } = await playground({ startApp });
    const someone = visitor();
    await someone.post('/behind-the-scenes/faults', { fault: 'webhook-lost' });
    const off = await someone.post('/behind-the-scenes/faults', { fault: 'webhook-lost' });
    expect(off.text).toMatch(/value="webhook-lost" aria-pressed="false"/);
    await someone.post('/issues', { title: 'Told', body: '' });
    await emulator.webhooks.settle();
    expect(received).toHaveLength(1);
  });

  it('what the repository forbids is turned on, beside what is on, and off again', async () => {
    const { startApp } = receiver();
    const { visitor, emulator, repository } = await playground({ startApp });
    const someone = visitor();
    const turn = async (fault: string) =>
      (await someone.post('/behind-the-scenes/faults', { fault })).text;
    expect(await turn('restrict-creation')).toMatch(/"restrict-creation" aria-pressed="true"/);
    expect(await turn('restrict-deletion')).toMatch(/"restrict-creation" aria-pressed="true"/);
    await turn('restrict-force-push');
    await turn('pull-requests-off');
    expect(repository.rules).toMatchObject({
      restricts: ['creation', 'deletion', 'force-push'],
      prefix: 'poweredby/',
      pulls: 'off',
    });
    await turn('permission-unaccepted');
    // That of the other project is left alone.
    expect(emulator.installations.map(({ unaccepted }) => unaccepted)).toEqual([['issues'], []]);
    for (const name of ['creation', 'deletion', 'force-push']) {
      expect(await turn(`restrict-${name}`)).toContain(`"restrict-${name}" aria-pressed="false"`);
    }
    await turn('pull-requests-off');
    await turn('permission-unaccepted');
    expect(repository.rules).toMatchObject({ restricts: [], pulls: 'all' });
    expect(emulator.installations.map(({ unaccepted }) => unaccepted)).toEqual([[], []]);
  });

  it('the app is stopped, and started again', async () => {
    const { received, startApp } = receiver();
    const { visitor, emulator } = await playground({ startApp });
    const someone = visitor();
    expect(wordsOf(await someone.get('/behind-the-scenes'))).toContain('running #1');
    const stopped = await someone.post('/behind-the-scenes/app', { app: 'stop' });
    expect(wordsOf(stopped)).toContain('The app is stopped');
    await someone.post('/issues', { title: 'Missed', body: '' });
    await emulator.webhooks.settle();
    expect(received).toEqual([]);
    await someone.post('/behind-the-scenes/app', { app: 'start' });
    await someone.post('/issues', { title: 'Seen', body: '' });
    await emulator.webhooks.settle();
    expect(received).toHaveLength(1);
  });

  it('a thread shows that the app is at work on it', async () => {
    const { visitor } = await playground({ startApp: receiver().startApp });
    const someone = visitor();
    await someone.post('/issues', { title: 'One', body: '' });
    await someone.post('/issues', { title: 'Two', body: '' });
    expect(wordsOf(await someone.get('/issues/1'))).toContain('Powered By is working on this');
    expect(wordsOf(await someone.get('/issues/2'))).not.toContain('working on this');
  });
});

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { expect, it } from 'vitest';
import { textOf } from '../docs/document.ts';
import { runProgram } from '../server/running-process.ts';
import { headersOf, serverWith } from '../server/support.ts';
import { folderWith } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { describeWith } from '../support/programs.ts';

/** A client that takes whatever certificate a proxy made up for the test. */
const dispatcher = new Agent({ allowH2: false, connect: { rejectUnauthorized: false } });

/** What a proxy answers. @param host the site that is asked for */
async function ask(url: string, host: string, body?: Buffer): Promise<number> {
  const { statusCode, body: answer } = await request(url, {
    dispatcher,
    method: body === undefined ? 'GET' : 'POST',
    headers: { host, ...(body && headersOf(body)) },
    ...(body && { body }),
  });
  await answer.dump();
  return statusCode;
}

/** An issue's webhook of some size. */
function webhookOf(megabytes: number): Buffer {
  return Buffer.from(JSON.stringify({ action: 'opened', text: 'é'.repeat(megabytes * 524_288) }));
}

/** Asks a proxy for everything that it has to pass, and for what it must not. */
async function expectItPasses(
  origin: string,
  host: string,
  taken: readonly unknown[],
): Promise<void> {
  await expect
    .poll(() => ask(`${origin}/healthz`, host).catch(({ code }) => code), { timeout: 20_000 })
    .toBe(200);
  expect(await ask(`${origin}/`, host)).toBe(200);
  expect(await ask(`${origin}/metrics`, host)).toBe(404);
  expect(await ask(`${origin}/api/github/webhooks/more`, host)).toBe(404);
  expect(taken).toHaveLength(0);
  expect(await ask(`${origin}/api/github/webhooks`, host, webhookOf(20))).toBe(202);
  expect(taken).toHaveLength(1);
  // Caddy sends a body on while it comes in, and may find the server's end of it closed first.
  expect([413, 502]).toContain(await ask(`${origin}/api/github/webhooks`, host, webhookOf(26)));
  expect(taken).toHaveLength(1);
}

const site = 'poweredby.example.org';

describeWith('nginx', 'deploy/nginx.conf', () => {
  it('passes webhooks of 25 MiB, byte for byte, and nothing else of the server', async () => {
    const { url, taken } = await serverWith();
    const port = await freePort();
    const folder = folderWith({});
    const words = [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${site}`],
      ...['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')],
    ];
    execFileSync('openssl', words, { stdio: 'pipe' });
    const ours = textOf('deploy/nginx.conf')
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replaceAll(/\/etc\/letsencrypt\/live\/[^/]+/g, folder)
      .replaceAll('http://127.0.0.1:3000', url);
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const whole = `
      daemon off; master_process off; pid ${folder}/pid; error_log stderr;
      events {}
      http { access_log off; ${places.join(' ')}\n${ours}\n}`;
    const path = join(folderWith({ 'nginx.conf': whole }), 'nginx.conf');
    const nginx = runProgram('nginx', ['-c', path, '-p', folder, '-e', 'stderr'], folder, {
      PATH: process.env['PATH'] ?? '',
    });
    await expectItPasses(`https://127.0.0.1:${port}`, site, taken);
    expect(nginx.printed()).not.toMatch(/\[(emerg|crit|alert|warn)\]/);
  });
});

describeWith('caddy', 'deploy/Caddyfile', () => {
  it('passes webhooks of 25 MiB, byte for byte, and nothing else of the server', async () => {
    const { url, taken } = await serverWith();
    const port = await freePort();
    // It makes its own certificate, without asking anyone, and lets nobody trust it.
    const options = `{
      admin off
      skip_install_trust
      auto_https disable_redirects
      default_bind 127.0.0.1
    }`;
    const ours = textOf('deploy/Caddyfile')
      .replace(`${site} {`, `https://localhost:${port} {\n\ttls internal`)
      .replace('127.0.0.1:3000', new URL(url).host);
    const folder = folderWith({ Caddyfile: `${options}\n${ours}` });
    const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_DATA_HOME: folder };
    runProgram(
      'caddy',
      ['run', '--adapter', 'caddyfile', '--config', 'Caddyfile'],
      folder,
      environment,
    );
    await expectItPasses(`https://localhost:${port}`, `localhost:${port}`, taken);
  });
});

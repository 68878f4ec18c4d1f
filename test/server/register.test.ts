import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { readEnvironment } from '../../src/server/settings/read-environment.ts';
import { folderWith } from '../support/folders.ts';
import { app, formOf, github } from './registrations.ts';
import { runNode } from './running-process.ts';
import { privateKey, webhookSecret } from './support.ts';

const root = join(import.meta.dirname, '../..');
const appFile = parse(readFileSync(join(root, 'app.yml'), 'utf8'));

/** Runs the command, and waits for the address to open. */
async function register(site: string, folder: string, ...words: readonly string[]) {
  const run = runNode(
    [inject('program'), 'register', '--url', 'https://hooks.example/', '--github', site, ...words],
    folder,
  );
  const [url] = await run.prints(/http:\/\/127\.0\.0\.1:\d+\//);
  return { run, url };
}

describe('poweredby register', () => {
  it('sends the manifest to GitHub, exchanges the code, and writes what the server needs', async () => {
    const site = await github([201, app]);
    const folder = folderWith({});
    const { run, url } = await register(site.url, folder);
    const { action, manifest, state } = await formOf(url);
    expect(action.href).toBe(`${site.url}/settings/apps/new?state=${state}`);
    expect(state.length).toBeGreaterThan(40);
    expect(manifest).toEqual({
      ...appFile,
      url: 'https://hooks.example',
      hook_attributes: { url: 'https://hooks.example/api/github/webhooks', active: true },
      redirect_url: `${url}registered`,
    });
    const registered = await fetch(`${url}registered?code=a1b2&state=${state}`);
    expect(registered.status).toBe(200);
    const page = await registered.text();
    expect(page).toContain('Powered By &lt;Millrace&gt; is registered');
    expect(await run.ended).toBe(0);
    expect(site.asked).toEqual(['POST /api/v3/app-manifests/a1b2/conversions']);

    const file = join(folder, '.env');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const written = readFileSync(file, 'utf8');
    expect(readEnvironment(parseEnv(written), String)).toMatchObject({
      ok: true,
      value: { appId: 42, privateKey, webhookSecret, githubApiUrl: `${site.url}/api/v3` },
    });
    expect(run.printed()).toContain(`${app.html_url}/installations/new`);
    for (const shown of [run.printed(), page]) {
      expect(shown).not.toMatch(/PRIVATE KEY|thirty-two|secret of a client/);
    }
    expect(written).not.toContain('client');
  });

  it('makes a secret where GitHub gives none, or one that is too short, and says where to set it', async () => {
    for (const secret of [null, 'short']) {
      const site = await github([201, { ...app, webhook_secret: secret }]);
      const folder = folderWith({});
      const { run, url } = await register(site.url, folder, '--organization', 'millrace');
      const { state } = await formOf(url);
      await fetch(`${url}registered?code=a1&state=${state}`);
      expect(await run.ended).toBe(0);
      const { WEBHOOK_SECRET = '' } = parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
      expect(WEBHOOK_SECRET).toMatch(/^[0-9a-f]{64}$/);
      expect(run.printed()).toContain(
        `${site.url}/organizations/millrace/settings/apps/powered-by-millrace`,
      );
      expect(run.printed()).not.toContain(WEBHOOK_SECRET);
    }
  });

  it('does not touch an .env that exists', async () => {
    const folder = folderWith({ '.env': 'PORT=8080\n' });
    const run = runNode([inject('program'), 'register', '--url', 'https://hooks.example'], folder);
    expect(await run.ended).toBe(2);
    expect(run.printed()).toContain('--force');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('PORT=8080\n');
  });

  it('with --force puts the credentials into it', async () => {
    const site = await github([201, app]);
    const folder = folderWith({ '.env': 'APP_ID=1\nPRIVATE_KEY_PATH=old.pem\nPORT=8080\n' });
    const { run, url } = await register(site.url, folder, '--force');
    const { state } = await formOf(url);
    await fetch(`${url}registered?code=a1&state=${state}`);
    expect(await run.ended).toBe(0);
    const environment = parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
    expect(readEnvironment(environment, String)).toMatchObject({
      ok: true,
      value: { appId: 42, address: { port: 8080 } },
    });
  });

  it('says everything that is wrong with its options at once', async () => {
    const words = ['--url', 'hooks.example', '--github', 'ftp://x', '--name', 'x'.repeat(35)];
    const run = runNode(
      [inject('program'), 'register', ...words, '--organization', '../x'],
      folderWith({}),
    );
    expect(await run.ended).toBe(2);
    for (const option of ['url', 'github', 'organization', 'name']) {
      expect(run.printed()).toContain(`${option}: `);
    }
  });
});

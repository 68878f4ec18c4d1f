import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { credentialsOf } from '../../src/server/registration/credentials.ts';
import { exchangeCode } from '../../src/server/registration/exchange-code.ts';
import { appSettingsUrl, siteAt } from '../../src/server/registration/github-site.ts';
import { writeManifest } from '../../src/server/registration/write-manifest.ts';
import { readEnvironment } from '../../src/server/settings/read-environment.ts';
import { folderWith } from '../support/folders.ts';
import { privateKey } from './support.ts';

describe('the address of a GitHub', () => {
  it.each([
    ['https://github.com', 'https://api.github.com'],
    ['https://millrace.ghe.com', 'https://api.millrace.ghe.com'],
    ['https://github.example:8443', 'https://github.example:8443/api/v3'],
  ])('%s has its API at %s', (web, api) => {
    expect(siteAt(web, undefined).api).toBe(api);
  });

  it('leads to a person’s apps, or an organization’s', () => {
    const web = 'https://github.com';
    expect(appSettingsUrl(siteAt(web, undefined))).toBe(`${web}/settings/apps`);
    expect(appSettingsUrl(siteAt(web, 'millrace'))).toBe(
      `${web}/organizations/millrace/settings/apps`,
    );
  });
});

describe('the manifest', () => {
  it('is one that a GitHub takes, and gives an app for', async () => {
    const appFile = readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8');
    const emulator = await startEmulator({ folder: folderWith({}), manifest: appFile });
    onTestFinished(() => emulator.close());
    const manifest = writeManifest(appFile, {
      name: 'Powered By Millrace',
      url: 'https://hooks.example',
      redirectUrl: 'http://127.0.0.1:3000/registered',
    });
    const { api } = siteAt(emulator.url, undefined);
    const app = await exchangeCode(api, emulator.offerManifest(manifest));
    expect(app.name).toBe('Powered By Millrace');
    const { variables, isSecretOurs } = credentialsOf(app, api);
    expect(isSecretOurs).toBe(false);
    expect(readEnvironment(variables, String).ok).toBe(true);
  });
});

describe('exchanging a code', () => {
  beforeEach(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
  });

  it('asks as GitHub documents it, without credentials', async () => {
    const api = nock('https://api.github.com', { badheaders: ['authorization'] })
      .matchHeader('accept', 'application/vnd.github+json')
      .matchHeader('user-agent', 'poweredby')
      .post('/app-manifests/a1/conversions', (body) => body === '')
      .reply(201, {
        id: 42,
        slug: 'powered-by',
        name: 'Powered By',
        html_url: 'https://github.com/apps/powered-by',
        pem: privateKey,
        webhook_secret: 'e340154128314309424b7c8e90325147d99fdafa',
      });
    const app = await exchangeCode('https://api.github.com', 'a1');
    expect(api.isDone()).toBe(true);
    expect(app).toMatchObject({ id: 42, url: 'https://github.com/apps/powered-by' });
    expect(credentialsOf(app, 'https://api.github.com')).toMatchObject({
      isSecretOurs: false,
      variables: { GITHUB_API_URL: undefined, WEBHOOK_SECRET: app.webhookSecret },
    });
  });

  it('says that GitHub cannot be reached', async () => {
    nock('https://api.github.com').post('/app-manifests/a1/conversions').replyWithError('No route');
    await expect(exchangeCode('https://api.github.com', 'a1')).rejects.toThrow('cannot be reached');
  });

  it('follows no redirect', async () => {
    const elsewhere = nock('https://elsewhere.example').post('/').reply(201, {});
    nock('https://api.github.com')
      .post('/app-manifests/a1/conversions')
      .reply(307, '', { location: 'https://elsewhere.example/' });
    await expect(exchangeCode('https://api.github.com', 'a1')).rejects.toThrow('cannot be reached');
    expect(elsewhere.isDone()).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../src/server/http/listen.ts';
import type { RegisteredApp } from '../../src/server/registration/exchange-code.ts';
import { siteAt } from '../../src/server/registration/github-site.ts';
import { Registration } from '../../src/server/registration/registration.ts';
import { app, formOf, github } from './registrations.ts';

const appFile = readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8');

/** Serves a registration until the test is over. */
async function registrationAt(
  web: string,
  { organization, name }: { readonly organization?: string; readonly name?: string } = {},
) {
  const kept: RegisteredApp[] = [];
  const failures: string[] = [];
  const listener = await listen({
    host: '127.0.0.1',
    port: 0,
    requestTimeout: 10_000,
    handle: (incoming) => registration.handle(incoming),
    onError: (error) => failures.push(String(error)),
  });
  const options = {
    site: siteAt(web, organization),
    appFile,
    name,
    serverUrl: 'https://hooks.example',
    keep: async (registered: RegisteredApp) => {
      kept.push(registered);
    },
    onFailure: (error: unknown) => failures.push(String(error)),
  };
  const registration = new Registration(options, Number(new URL(listener.url).port));
  onTestFinished(() => {
    listener.end();
    return listener.stop();
  });
  return { url: `${listener.url}/`, kept, failures };
}

describe('the pages of a registration', () => {
  it('register for an organization, under another name', async () => {
    const options = { organization: 'millrace-org', name: 'Powered By "M"' };
    const { url } = await registrationAt('https://github.example', options);
    const { action, manifest } = await formOf(url);
    expect(action.origin).toBe('https://github.example');
    expect(action.pathname).toBe('/organizations/millrace-org/settings/apps/new');
    expect(manifest.name).toBe('Powered By "M"');
  });

  it('have nothing to do with a browser that comes with another state, or with none', async () => {
    const site = await github([201, app]);
    const { url, kept } = await registrationAt(site.url);
    const { state } = await formOf(url);
    for (const query of [
      '',
      'code=a1',
      'code=a1&state=',
      'code=a1&state=x',
      `state=${state}`,
      `code=${encodeURIComponent('../app')}&state=${state}`,
    ]) {
      expect((await fetch(`${url}registered?${query}`)).status).toBe(400);
    }
    expect(site.asked).toEqual([]);
    expect(kept).toEqual([]);
  });

  it('let the operator try again, with a new state, where GitHub gives no app', async () => {
    const site = await github(
      [404, { message: 'Not Found' }],
      [201, 'no JSON'],
      [201, { ...app, pem: 'no key' }],
      [201, { ...app, html_url: 'javascript:alert(1)' }],
      [201, app],
    );
    const { url, kept, failures } = await registrationAt(site.url);
    const states: string[] = [];
    for (const status of [502, 502, 502, 502, 200]) {
      const { state } = await formOf(url);
      states.push(state);
      expect((await fetch(`${url}registered?code=a1&state=${state}`)).status).toBe(status);
    }
    expect(new Set(states).size).toBe(5);
    expect(kept).toHaveLength(1);
    expect(failures).toEqual([
      'Error: GitHub answered with 404',
      ...Array(3).fill('Error: GitHub answered with no app'),
    ]);
  });

  it('take a state once', async () => {
    const site = await github([404, {}], [201, app]);
    const { url } = await registrationAt(site.url);
    const { state } = await formOf(url);
    const back = `${url}registered?code=a1&state=${state}`;
    expect((await fetch(back)).status).toBe(502);
    expect((await fetch(back)).status).toBe(400);
    expect(site.asked).toHaveLength(1);
  });

  it('answer only to their own names, so that no page of a stranger’s can lead here', async () => {
    const { url } = await registrationAt('https://github.example');
    const { port } = new URL(url);
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ host: '127.0.0.1', port, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await statusFor(`rebound.example:${port}`)).toBe(421);
    expect(await statusFor('127.0.0.1')).toBe(421);
    expect(await statusFor(`localhost:${port}`)).toBe(200);
  });

  it('run nothing, are framed nowhere, and send to GitHub alone', async () => {
    const { url } = await registrationAt('https://github.example');
    const { headers } = await fetch(url);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain('form-action https://github.example;');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    const nowhere = await fetch(`${url}.env`);
    expect(nowhere.status).toBe(404);
    expect(await nowhere.text()).toMatch(/Page not found.*<a class="button" href="\/">/s);
  });
});

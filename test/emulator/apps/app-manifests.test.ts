import { createSign } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { client, emulator } from '../support.ts';

const manifest = JSON.stringify({
  name: 'Our Powered By',
  url: 'https://poweredby.example/',
  hook_attributes: { url: 'https://poweredby.example/api/github/webhooks' },
  redirect_url: 'http://127.0.0.1:3000/registered',
  public: false,
  default_permissions: { issues: 'write' },
  default_events: ['issues'],
});

function tokenOf(app: { readonly id: number; readonly pem: string }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const head = `${part({ alg: 'RS256' })}.${part({ iss: app.id, iat: now - 30, exp: now + 60 })}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(app.pem, 'base64url')}`;
}

describe('a manifest', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('becomes an app, once, whose key and id are good', async () => {
    const github = await emulator();
    const nobody = client(github);
    const code = github.offerManifest(manifest);
    const { status, data } = await nobody.rest.apps.createFromManifest({ code });
    expect({ status, data }).toMatchObject({
      status: 201,
      data: {
        name: 'Our Powered By',
        slug: 'our-powered-by',
        external_url: 'https://poweredby.example/',
        html_url: `${github.url}/apps/our-powered-by`,
        webhook_secret: expect.stringMatching(/^[0-9a-f]{64}$/),
        permissions: { issues: 'write' },
        events: ['issues'],
      },
    });
    const app = await client(github, tokenOf(data)).rest.apps.getAuthenticated();
    expect(app.data).toMatchObject({ id: data.id, slug: 'our-powered-by', installations_count: 0 });
    const again = nobody.rest.apps.createFromManifest({ code });
    await expect(again).rejects.toMatchObject({ status: 404 });
    await expect(nobody.rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });

  it('is good for an hour', async () => {
    const github = await emulator();
    const code = github.offerManifest(manifest);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    const nobody = client(github);
    const late = nobody.rest.apps.createFromManifest({ code });
    await expect(late).rejects.toMatchObject({ status: 404 });
  });

  it('is refused without a home page, or with webhooks that GitHub cannot deliver', async () => {
    const github = await emulator();
    const offer = (changes: object) => () =>
      github.offerManifest(JSON.stringify({ ...JSON.parse(manifest), ...changes }));
    expect(offer({ url: undefined })).toThrow("'url' wasn't supplied");
    expect(offer({ hook_attributes: {} })).toThrow('cannot be blank');
    const local = { url: 'http://127.0.0.1:3000/' };
    expect(offer({ hook_attributes: local })).toThrow('reachable over the public Internet');
    expect(() => github.offerManifest('name: Powered By')).toThrow('not valid JSON');
  });
});

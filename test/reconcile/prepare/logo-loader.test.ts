import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogoSettings } from '../../../src/logo/logo-settings.ts';
import {
  findSignedAddress,
  LogoLoader,
  type LogoRequest,
} from '../../../src/reconcile/prepare/logo-loader.ts';
import { NotReady } from '../../../src/reconcile/prepare/not-ready.ts';
import { silentTelemetry } from '../../../src/telemetry/telemetry.ts';
import { hostileServer } from '../../download/hostile-server.ts';
import { TurnedClock } from '../../queue/turned-clock.ts';
import { example } from '../../support/command-line.ts';

const server = hostileServer();
const folder = join(example.site, 'docs/static/img/poweredby');
const picture = readFileSync(join(folder, 'alder-rail-logo.png'));
const attachment = '/user-attachments/assets/11111111-aaaa';

/** A desk, how often it drew, and what it was sent. */
function desk({ patience = 60_000 } = {}) {
  let drawn = 0;
  const telemetry = { ...silentTelemetry, logo: () => drawn++ };
  const limits = { bytes: 100_000, redirects: 3, idle: 60_000, total: 60_000 };
  const clock = new TurnedClock();
  const logos = new LogoLoader({ ...server.options(), limits }, telemetry, { clock, patience });
  const fetchLogo = (path: string, changes: Partial<LogoRequest> = {}) =>
    logos.fetch({
      address: server.at(path),
      repositoryId: 'R_1',
      settings: { size: 100 },
      token: async () => 'token',
      person: '5',
      isAsked: true,
      ...changes,
    });
  return { fetchLogo, clock, drawn: () => drawn };
}

const minute = 60_000;

/** A picture that no other test draws. @param shade of grey, 0 to 255 */
function drawing(shade: number): string {
  const side = 'width="60" height="60"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${side}><rect ${side} fill="rgb(${shade},${shade},${shade})"/></svg>`;
}

function giveText(path: string, text: string): void {
  server.answer(path, (_request, response) => response.end(text));
}

function give(...paths: string[]): void {
  for (const path of paths) server.answer(path, (_request, response) => response.end(picture));
}

function takeAway(path: string): void {
  server.answer(path, (_request, response) => response.writeHead(404).end());
}

const fetched = () => server.requests().map(({ url }) => url);

describe('the desk of logos', () => {
  it('keeps what was attached to an issue, for that repository and those settings alone', async () => {
    give(attachment);
    const { fetchLogo, drawn } = desk();
    const first = await fetchLogo(attachment);
    expect(first.ok).toBe(true);
    takeAway(attachment);
    const token = () => Promise.reject(new Error('No token is needed'));
    expect(await fetchLogo(attachment, { token })).toEqual(first);
    expect([drawn(), fetched()]).toEqual([1, [attachment]]);
    expect((await fetchLogo(attachment, { repositoryId: 'R_2' })).ok).toBe(false);
    const others: LogoSettings[] = [
      { size: 200 },
      { size: { width: 100, height: 80 } },
      { size: 100, keepSvg: true },
      { size: 100, backgrounds: 'both' },
      { size: 100, clearBackground: true },
    ];
    for (const settings of others) {
      expect((await fetchLogo(attachment, { settings })).ok).toBe(false);
    }
    expect(fetched()).toHaveLength(2 + others.length);
  });

  it('fetches what stands elsewhere each time, for it may change', async () => {
    const path = '/acme/site/raw/main/logo.png';
    give(path);
    const { fetchLogo } = desk();
    expect((await fetchLogo(path)).ok).toBe(true);
    takeAway(path);
    expect((await fetchLogo(path)).ok).toBe(false);
  });

  it('asks at once for what could not be fetched, where a person asks', async () => {
    const { fetchLogo } = desk();
    for (const _ of [1, 2]) {
      const missing = await fetchLogo(attachment);
      expect(missing).toMatchObject({ ok: false, problems: [{ field: 'logo' }] });
    }
    expect(fetched()).toEqual([attachment, attachment]);
    give(attachment);
    expect((await fetchLogo(attachment)).ok).toBe(true);
  });

  it('asks for it after growing pauses, where nobody does', async () => {
    const { fetchLogo, clock } = desk();
    const asked: number[] = [];
    for (let quarter = 0; quarter < 4 * 24; quarter++) {
      const before = fetched().length;
      expect((await fetchLogo(attachment, { isAsked: false })).ok).toBe(false);
      if (fetched().length > before) asked.push(quarter * 15);
      await clock.turn(15 * minute);
    }
    expect(asked).toEqual([0, 15, 60, 225, 870]);
  });

  it('draws what was refused once, whoever asks, and tries again on another day', async () => {
    const { fetchLogo, clock, drawn } = desk();
    const blank = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"></svg>';
    for (const path of [attachment, '/acme/site/raw/main/logo.svg']) {
      giveText(path, blank);
      for (const repositoryId of ['R_1', 'R_2']) {
        const refused = await fetchLogo(path, { repositoryId });
        expect(refused).toMatchObject({ ok: false, problems: [{ code: 'logo-blank' }] });
      }
    }
    expect(drawn()).toBe(1);
    const before = fetched().length;
    await fetchLogo(attachment);
    expect(fetched()).toHaveLength(before);
    await clock.turn(24 * 60 * minute);
    await fetchLogo(attachment);
    expect(drawn()).toBe(2);
  });

  it('lets others go on while it draws for long, and has it when it is asked again', async () => {
    const { fetchLogo, drawn } = desk({ patience: 0 });
    giveText('/slow', drawing(1));
    const notReady = await fetchLogo('/slow').catch((error: unknown) => error);
    expect(notReady).toBeInstanceOf(NotReady);
    await (notReady as NotReady).ready;
    expect(await fetchLogo('/slow')).toMatchObject({ ok: true });
    expect(drawn()).toBe(1);
  });

  it('holds no picture that waits, and fetches it once more in its turn', async () => {
    const { fetchLogo } = desk({ patience: 0 });
    giveText('/first', drawing(2));
    giveText('/second', drawing(3));
    const both = await Promise.all(
      ['/first', '/second'].map((path) => fetchLogo(path).catch((error: unknown) => error)),
    );
    for (const each of both) await (each as NotReady).ready;
    expect(fetched().toSorted()).toEqual(['/first', '/second', '/second']);
    expect((await fetchLogo('/second')).ok).toBe(true);
  });

  it('draws the same picture once, however many ask for it at once', async () => {
    const { fetchLogo, drawn } = desk();
    const paths = ['/one', '/two', '/three'];
    for (const path of paths) giveText(path, drawing(4));
    const logos = await Promise.all(paths.map((path) => fetchLogo(path)));
    expect(logos.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(drawn()).toBe(1);
  });

  it('takes the signed address first, and needs no token for it', async () => {
    give('/signed', attachment);
    const { fetchLogo } = desk();
    const token = () => Promise.reject(new Error('No token is needed'));
    const signedAddress = server.at('/signed?jwt=x', 'private-user-images.githubusercontent.com');
    expect((await fetchLogo(attachment, { signedAddress, token })).ok).toBe(true);
    expect(fetched()).toEqual(['/signed?jwt=x']);
  });

  it('takes the plain address, with a token, where the signed one leads nowhere', async () => {
    give(attachment);
    const { fetchLogo } = desk();
    const signedAddress = server.at('/gone', 'private-user-images.githubusercontent.com');
    expect((await fetchLogo(attachment, { signedAddress })).ok).toBe(true);
    expect(server.requests().map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/gone', undefined],
      [attachment, 'Bearer token'],
    ]);
  });
});

describe('a signed address', () => {
  const address = 'https://github.com/user-attachments/assets/11111111-aaaa';
  const signed =
    'https://private-user-images.githubusercontent.com/1/2-11111111-aaaa.png?jwt=x&amp;y=1';

  it('is that of the same attachment among the pictures that GitHub shows', () => {
    const html = `<p><img src="https://a.example/x.png"><a href="${signed}"><img alt="a" src="${signed}"></a></p>`;
    expect(findSignedAddress(html, address)).toBe(signed.replace('&amp;', '&'));
  });

  it.each([
    ['another attachment is shown', signed.replaceAll('1111', '2222'), address],
    ['the attachment is shown by its plain address', address, address],
    ['what is asked for is no attachment', signed, 'https://github.com/acme/site/logo.png'],
  ])('is none where %s', (_, source, asked) => {
    expect(findSignedAddress(`<img src="${source}">`, asked)).toBeUndefined();
  });

  it('is none where nothing is shown', () => {
    expect(findSignedAddress('', address)).toBeUndefined();
    expect(findSignedAddress('<img', address)).toBeUndefined();
  });
});

import { createSign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Octokit } from '@octokit/rest';
import { onTestFinished } from 'vitest';
import { downloadLogo } from '../../src/download/download-logo.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import type { Installation, Repository } from '../../src/emulator/world/model.ts';

const manifest = readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8');

/** An emulator that is gone when the test is over; the test fails for what broke GitHub's schemas. */
export async function emulator(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-emulator-'));
  const started = await startEmulator({ folder, manifest, ...options });
  onTestFinished(async () => {
    try {
      await started.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return started;
}

/** The app's own token, as GitHub's documentation has it made. */
export function appToken({ app }: Emulator, life = 300): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const head = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: app.id, iat: now - 30, exp: now + life })}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(app.privateKey, 'base64url')}`;
}

/** What a download through the emulator's own options gives: the text, or the code of the problem. */
export async function downloaded(github: Emulator, address: string): Promise<string> {
  const result = await downloadLogo(address, github.downloads());
  return result.ok ? Buffer.from(result.value).toString() : String(result.problems[0]?.code);
}

/** A client with a token, or nobody's; `base` is what comes between the host and the path. */
export function client(github: Emulator, auth?: string, base = ''): Octokit {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  return new Octokit({ baseUrl: github.url + base, auth, log: quiet });
}

/** A client with an installation's token. */
export async function installed(
  github: Emulator,
  installation: Installation,
  base = '',
): Promise<Octokit> {
  const app = client(github, appToken(github), base);
  const created = await app.rest.apps.createInstallationAccessToken({
    installation_id: installation.id,
  });
  return client(github, created.data.token, base);
}

/** A repository with a page, an owner `apache`, a writer `mary`, and the app installed. */
export async function site(options: Partial<EmulatorOptions> = {}) {
  const github = await emulator(options);
  const repository = await github.createRepository('apache/flink', {
    files: { 'page.md': 'one\ntwo\nthree\n', 'logos/a.png': Buffer.from([0x89, 0, 1, 2]) },
    roles: { mary: 'write' },
    isOrganization: true,
  });
  const octokit = await installed(github, github.install(repository));
  return { github, repository, octokit };
}

/** A branch of `mary`'s with one change, and its commit. */
export async function branchOf(
  github: Emulator,
  repository: Repository,
  branch: string,
  text: string,
): Promise<string> {
  return github.as('mary').push(repository, { branch, files: { 'page.md': text } });
}

/** What the app's server was sent. */
export interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A server in place of the app's, that keeps what it is sent, and answers as it is told to. */
export async function receiver(github: Emulator, answer: () => number = () => 200) {
  const received: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = (await buffer(incoming)).toString();
    received.push({ headers: incoming.headers, body, payload: JSON.parse(body) });
    outgoing.writeHead(answer()).end('done');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  github.webhooks.target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return received;
}

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Probot, ProbotOctokit, Server } from 'probot';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import poweredBy, { createApp } from '../../src/app/app.ts';
import type { PoweredBy, PoweredByOptions } from '../../src/app/powered-by.ts';
import { probotLog } from '../../src/app/probot/probot-log.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Repository } from '../../src/emulator/world/model.ts';
import { InProcessQueue } from '../../src/queue/in-process-queue.ts';
import type { Job } from '../../src/queue/queue.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { emulator } from '../emulator/support.ts';
import { example } from '../support/command-line.ts';
import { freePort } from '../support/free-port.ts';
import { bodyOf, exampleFiles, world } from './world.ts';

/** A GitHub with a repository in which the app is installed. */
async function installed(): Promise<{ github: Emulator; repository: Repository }> {
  const github = await emulator();
  const options = { files: exampleFiles(), isOrganization: true };
  const repository = await github.createRepository('millrace/millrace', options);
  github.as('millrace').createLabel(repository, 'powered-by');
  github.install(repository);
  return { github, repository };
}

/** What Probot is given in its environment, and GitHub's address led to the emulator; only that requests are not spaced. */
function probotOptions({ app, url }: Emulator) {
  const toEmulator: typeof fetch = (address, options) =>
    fetch(String(address).replace('https://api.github.com', url), options);
  return {
    appId: app.id,
    privateKey: app.privateKey,
    secret: app.webhookSecret,
    logLevel: 'fatal' as const,
    request: { fetch: toEmulator },
    Octokit: ProbotOctokit.defaults((options: object) => ({
      ...options,
      throttle: { enabled: false },
      retry: { enabled: false },
    })),
  };
}

/** Has Probot's own server run the app. */
async function hosted(github: Emulator, options: Partial<PoweredByOptions> = {}) {
  const { request, ...others } = probotOptions(github);
  const { log } = await new Probot(others).ready();
  const server = new Server({
    Probot: Probot.defaults(others),
    request,
    log,
    host: '127.0.0.1',
    port: await freePort(),
  });
  let app: PoweredBy | undefined;
  await server.load((probot) => {
    app = createApp({ downloads: github.downloads(), ...options })(probot);
  });
  await server.start();
  onTestFinished(async () => {
    await app?.stop(0);
    await server.stop();
  });
  github.webhooks.target = `http://127.0.0.1:${server.port}/api/github/webhooks`;
  return async () => {
    await github.webhooks.settle();
    await app?.idle();
    await github.webhooks.settle();
    await app?.idle();
  };
}

describe('the app as a Probot application function', () => {
  it('takes a submission to its pull request in Probot’s own server', async () => {
    const { github, repository } = await installed();
    const settle = await hosted(github);
    const logo = github.as('ann').upload(repository, {
      name: 'juniper.svg',
      type: 'image/svg+xml',
      bytes: readFileSync(example.logo),
    });
    const form = { title: 'Add us', body: bodyOf({ logo }) };
    const issue = github.as('ann').openIssue(repository, form, ['powered-by']);
    await settle();
    const [pull] = github.pulls(repository);
    expect(issue.comments[0]?.body).toContain(`#${pull?.number}`);
  });

  it('is the default export, takes a Probot’s events, and says to its log what it does', async () => {
    const { github, repository } = await installed();
    const said: string[] = [];
    const note = (message: string, data: object = {}) => {
      said.push(`${message} ${JSON.stringify(data)}`);
    };
    const log = probotLog({ debug: note, info: note, warn: note, error: note });
    const probot = new Probot({ ...probotOptions(github), log });
    let app: PoweredBy | undefined;
    await probot.load((loaded) => {
      app = poweredBy(loaded);
    });
    onTestFinished(() => app?.stop(0));
    const issue = github
      .as('ann')
      .openIssue(repository, { title: 'Add us', body: bodyOf({ logo: '' }) }, ['powered-by']);
    const payload = {
      action: 'opened',
      installation: { id: github.install(repository).id },
      repository: { full_name: 'millrace/millrace', default_branch: 'main' },
      issue: { number: issue.number },
      sender: { id: 1, login: 'ann' },
    };
    await probot.receive({ id: '1', name: 'issues', payload } as unknown as Parameters<
      Probot['receive']
    >[0]);
    await app?.idle();
    expect(issue.comments).toHaveLength(1);
    expect(issue.comments[0]?.body).toContain('Logo');
    const swept = () => said.filter((line) => line.includes('Swept'));
    await expect.poll(swept, { timeout: 20_000 }).toHaveLength(1);
  });
});

it('the package gives it to whoever hosts it with Probot, as poweredby/app', async () => {
  expect(packageJson.exports['./app'].default).toBe('./dist/app.js');
  const built = await import(join(dirname(inject('program')), 'app.js'));
  const heard: unknown[] = [];
  const on = (events: unknown) => heard.push(events);
  const auth = () => Promise.reject(new Error('No network'));
  const app = built.default({ on, auth, log: probotLog(silentLogger) });
  await app.stop(0);
  expect(heard).toEqual([expect.arrayContaining(['issues', 'issue_comment'])]);
});

describe('a delivery', () => {
  const payload = {
    action: 'opened',
    installation: { id: 7 },
    repository: { full_name: 'millrace/millrace' },
    issue: { number: 12 },
  };

  it('is taken when its jobs are stored, and not before', async () => {
    const stored = Promise.withResolvers<void>();
    const added: Job[] = [];
    const made = await world({
      app: {
        createQueue: (options) => {
          const queue = new InProcessQueue(options);
          queue.add = async (...jobs) => {
            await stored.promise;
            added.push(...jobs);
          };
          return queue;
        },
      },
    });
    let isTaken: boolean | undefined;
    const taken = made
      .app()
      .receive({ id: '1', name: 'issues', payload })
      .then((answer) => {
        isTaken = answer;
      });
    await setTimeout(200);
    expect(isTaken).toBeUndefined();
    stored.resolve();
    await taken;
    expect([isTaken, added.map(({ key }) => key)]).toEqual([true, ['issue 12']]);
  });

  it('is refused where they cannot be stored, and the log says why', async () => {
    const noted: [string, unknown][] = [];
    const made = await world({
      app: {
        logger: { ...silentLogger, warn: (message, data) => noted.push([message, data]) },
        createQueue: (options) => {
          const queue = new InProcessQueue(options);
          queue.add = () => Promise.reject(new Error('The database is full'));
          return queue;
        },
      },
    });
    expect(await made.app().receive({ id: '1', name: 'issues', payload })).toBe(false);
    expect(noted.map(([message]) => message)).toEqual([
      'A webhook could not be handled; the next sweep retries it',
    ]);
  });

  it('of an event that the app does not handle, or of no installation, is taken and calls for nothing', async () => {
    const noted: string[] = [];
    const logger = { ...silentLogger, warn: (message: string) => noted.push(message) };
    const made = await world({ app: { logger } });
    const ofNone = { ...payload, installation: undefined };
    expect(await made.app().receive({ id: '1', name: 'issues', payload: ofNone })).toBe(true);
    for (const name of ['star', '__proto__', 'constructor']) {
      expect(await made.app().receive({ id: '1', name, payload })).toBe(true);
    }
    await made.app().idle();
    expect([noted, await made.app().stats()]).toEqual([
      [],
      { waiting: 0, running: 0, pausedInstallations: 0, failedIssues: 0 },
    ]);
  });
});

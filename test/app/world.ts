import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import { PoweredBy, type PoweredByOptions } from '../../src/app/powered-by.ts';
import { createProbot, type ProbotSettings } from '../../src/app/probot/create-probot.ts';
import { LruCache } from '../../src/cache/lru-cache.ts';
import type { DownloadOptions } from '../../src/download/download-logo.ts';
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts';
import type { Files } from '../../src/emulator/files.ts';
import type { Comment, Issue, Repository } from '../../src/emulator/world/model.ts';
import type { DrawnLogos } from '../../src/reconcile/prepare/drawings.ts';
import { type Logger, silentLogger } from '../../src/telemetry/logger.ts';
import { silentTelemetry } from '../../src/telemetry/telemetry.ts';
import type { Clock } from '../../src/time/clock.ts';
import { emulator } from '../emulator/support.ts';
import { example } from '../support/command-line.ts';
import {
  ActionRuns,
  type Driver,
  type Served,
  tokenOwner,
  workflowPermissions,
} from './drivers.ts';

/** The files of the example's site, by path. */
export function exampleFiles(): Files {
  const paths = readdirSync(example.site, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(example.site, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(example.site, path))]));
}

export const configurationFile = '.github/poweredby.yml';
export const pages = { en: 'docs/content/powered-by.md', zh: 'docs/content.zh/powered-by.md' };
export const logoFolder = 'docs/static/img/poweredby';

/** The line between the app and GitHub. */
export class Line {
  #left = Number.POSITIVE_INFINITY;
  #isEffective = false;
  #cut = Promise.withResolvers<void>();
  #generation = 0;
  /** How many requests of GitHub's API went over it, tokens aside. */
  count = 0;

  /**
   * Cuts the line at a request from now on: nothing of the app that used it is heard of any more.
   *
   * @param request from 1
   * @param isEffective whether that request still reaches GitHub, and only its answer is lost
   * @returns when it is cut
   */
  cutAt(request: number, isEffective: boolean): Promise<void> {
    this.#left = request;
    this.#isEffective = isEffective;
    this.#cut = Promise.withResolvers<void>();
    return this.#cut.promise;
  }

  /** A way to send for a new app. That of an older app leads nowhere from then on. */
  connect(): typeof fetch {
    this.#generation += 1;
    this.#left = Number.POSITIVE_INFINITY;
    const generation = this.#generation;
    const isDead = () => generation !== this.#generation || this.#left <= 0;
    const never = () => new Promise<never>(() => {});
    return async (address, options) => {
      if (isDead()) return never();
      const isToken = String(address).endsWith('/access_tokens');
      if (!isToken) {
        this.count += 1;
        this.#left -= 1;
      }
      const isLast = this.#left <= 0;
      if (isLast && !this.#isEffective) {
        this.#cut.resolve();
        return never();
      }
      const answer = await fetch(address, options);
      if (isLast) this.#cut.resolve();
      return isDead() ? never() : answer;
    };
  }
}

/** How a world differs from the usual one. */
export interface WorldOptions {
  readonly files?: Files;
  /** Changes the configuration's text. */
  readonly configuration?: (text: string) => string;
  readonly emulator?: Partial<EmulatorOptions>;
  readonly app?: Partial<PoweredByOptions & ProbotSettings>;
  readonly isPrivate?: boolean;
  /** Is told the body of each request to GitHub before it is sent, which waits for it. */
  readonly onRequest?: (body: string) => unknown;
  /** Changes from where logos come. */
  readonly downloads?: (usual: DownloadOptions) => DownloadOptions;
  /** Whether the repository has the label already; so, if left out. */
  readonly hasLabel?: boolean;
  /** One that runs already; one of the test's own, if left out. */
  readonly github?: Emulator;
  /** By what the repository is served; the App, if left out. */
  readonly driver?: Driver;
  /** Takes what ends the world, for when its time is over; the end of the test, if left out. */
  readonly whenOver?: (end: () => Promise<void>) => void;
}

/** A repository on an emulated GitHub, with the app at work in it. */
export interface World {
  readonly github: Emulator;
  readonly repository: Repository;
  /** The app that runs now. */
  app(): Served;
  /** Starts another app in the place of the one that runs. */
  restart(): Promise<Served>;
  /** Starts another app beside it, which is told of nothing and only sweeps. */
  another(): Served;
  /** Ends the app as a kill would, at one of its requests to GitHub. */
  readonly line: Line;
  /** Waits until everything that was told to the app is done. */
  settle(): Promise<void>;
  /** Opens an issue with the form. */
  submit(who: string, answers?: Answers): Issue;
  /** Has somebody attach the example's drawing. @returns Markdown */
  drawing(who: string): string;
  /** Has mary merge a pull request. */
  merge(pull: Issue): Promise<void>;
  /** What our status comment on an issue says. */
  said(issue: Issue): string;
  /** What our further comments on an issue or pull request say that are not folded away: answers and notifications. */
  replies(issue: Issue): string;
  /** Our pull requests that are open. */
  open(): Issue[];
}

/** Answers of the form; what is left out is as in the example. */
export interface Answers {
  readonly company?: string;
  readonly description?: string;
  readonly zh?: string;
  readonly link?: string;
  readonly linkText?: string;
  /** Markdown; the example's drawing, if left out. */
  readonly logo?: string;
  readonly consent?: boolean;
}

/** The emulator's time. To wait is to turn it. */
function clockOf(github: Emulator): Clock {
  return {
    now: () => github.clock.now().getTime(),
    async wait(milliseconds, signal) {
      signal?.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
      github.clock.turn(milliseconds);
    },
  };
}

/** Starts a repository with the example's site, where `mary` may write and `ann` opens issues. */
export async function world(options: WorldOptions = {}): Promise<World> {
  const { whenOver = onTestFinished } = options;
  const github = options.github ?? (await emulator(options.emulator));
  const files = { ...exampleFiles(), ...options.files };
  const written = files[configurationFile];
  const configuration =
    written === null ? null : (options.configuration?.(String(written)) ?? written);
  const repository = await github.createRepository('millrace/millrace', {
    files: { ...files, [configurationFile]: configuration ?? null },
    roles: { mary: 'write', tom: 'triage', [tokenOwner]: 'write' },
    isOrganization: true,
    isPrivate: options.isPrivate ?? false,
  });
  if (options.hasLabel !== false) github.as('millrace').createLabel(repository, 'powered-by');
  github.install(repository);
  const line = new Line();
  let app = start(github, repository, options, line);
  const server = createServer(async (incoming, outgoing) => {
    const payload = JSON.parse(await text(incoming));
    void app.receive({
      id: String(incoming.headers['x-github-delivery']),
      name: String(incoming.headers['x-github-event']),
      payload,
    });
    outgoing.writeHead(202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenOver(async () => {
    await app.stop(0);
    server.closeAllConnections();
    server.close();
  });
  github.webhooks.target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const settle = async () => {
    for (;;) {
      await github.webhooks.settle();
      await app.idle();
      await github.webhooks.settle();
      const { waiting, running } = await app.stats();
      if (waiting + running === 0) break;
    }
    // GitHub tells times in whole seconds: what comes next comes later.
    github.clock.turn(2000);
  };
  const drawing = (who: string) =>
    github.as(who).upload(repository, {
      name: 'juniper.svg',
      type: 'image/svg+xml',
      bytes: readFileSync(example.logo),
    });
  return {
    github,
    repository,
    app: () => app,
    line,
    async restart() {
      await app.stop(0);
      app = start(github, repository, options, line);
      return app;
    },
    another() {
      const added = start(github, repository, options, new Line());
      whenOver(() => added.stop(0));
      return added;
    },
    settle,
    submit: (who, answers = {}) => {
      const body = bodyOf({ ...answers, logo: answers.logo ?? drawing(who) });
      return github.as(who).openIssue(repository, { title: 'Add us', body }, ['powered-by']);
    },
    drawing,
    merge: async (pull) => {
      await github.as('mary').merge(pull);
    },
    said: (issue) => {
      const [comment, ...others] = ownComments(issue).filter(isStatus);
      if (others.length > 0) throw new Error(`There are ${others.length + 1} status comments`);
      return withoutNote(comment);
    },
    replies: (issue) => {
      const replies = ownComments(issue).filter((comment) => !isStatus(comment));
      if (new Set(replies.map(({ body }) => body)).size < replies.length) {
        throw new Error('One of our replies is there twice');
      }
      return replies
        .filter(({ minimizedReason }) => minimizedReason === null)
        .map(withoutNote)
        .join('\n\n');
    },
    open: () => github.pulls(repository).filter(({ isOpen }) => isOpen),
  };
}

/** Our comments on an issue or pull request. */
function ownComments({ comments }: Issue): readonly Comment[] {
  return comments.filter(({ author: { type, login } }) => type === 'Bot' || login === tokenOwner);
}

function isStatus({ body }: Comment): boolean {
  return /<!-- poweredby:/.test(body);
}

function withoutNote(comment: Comment | undefined): string {
  return (comment?.body ?? '').replace(/<!-- (?:poweredby[\w-]*|signature):[\w-]* -->/g, '').trim();
}

/** The apps of one run of tests submit the same few logos, and drawing one takes long. */
const drawnLogos: DrawnLogos = new LruCache(200);

function start(
  github: Emulator,
  repository: Repository,
  options: WorldOptions,
  line: Line,
): Served {
  const { app = {}, downloads, onRequest } = options;
  const usual = github.downloads();
  const send = line.connect();
  const logger = process.env['SHOW_LOG'] ? shownLogger : silentLogger;
  const all: PoweredByOptions & ProbotSettings = {
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    githubApiUrl: github.url,
    telemetry: silentTelemetry,
    logger,
    retryRequests: false,
    requestSpacing: 0,
    drawnLogos,
    downloads: { ...usual, ...downloads?.(usual) },
    clock: clockOf(github),
    // How many requests are sent must not depend on how fast the machine is.
    drawingPatience: 60_000,
    fetch: async (address, request) => {
      await onRequest?.(String(request?.body ?? ''));
      return send(address, request);
    },
    ...app,
  };
  const { driver = 'app' } = options;
  if (driver === 'app') return new PoweredBy(createProbot(all), all);
  const key = driver === 'action with a key' ? 'a key that nobody guesses, ever' : undefined;
  const token = () => {
    if (driver === 'action with the token of a person') {
      return github.personalToken(tokenOwner, repository, workflowPermissions);
    }
    if (driver === 'action with the token of an app') return appToken(github, repository, all);
    return github.actionsToken(repository, workflowPermissions);
  };
  return new ActionRuns(github, repository, key, token, all);
}

/** The token of the app where it is installed, as `actions/create-github-app-token` gets it. */
async function appToken(
  github: Emulator,
  repository: Repository,
  settings: ProbotSettings,
): Promise<string> {
  const installation = github.installations.find(({ repositories }) =>
    repositories.has(repository),
  );
  // There is none where the app was taken off.
  if (!installation) return 'ghs_none';
  const octokit = await createProbot({ ...settings, fetch }).auth(installation.id);
  const { token } = z
    .object({ token: z.string() })
    .parse(await octokit.auth({ type: 'installation' }));
  return token;
}

/** Worlds that are served by one driver. */
export function worldsOf(driver: Driver) {
  return {
    world: (options: WorldOptions = {}) => world({ ...options, driver }),
    submitted: (options: WorldOptions = {}) => submitted({ ...options, driver }),
  };
}

const show = (message: string, data?: unknown) => console.error(message, data);
const shownLogger: Logger = { debug: show, info: show, warn: show, error: show };

/** An issue's body as GitHub writes it from the example's form. */
export function bodyOf(answers: Answers): string {
  const { company, description, zh, link, linkText, logo, consent = true } = answers;
  const box = consent ? '- [X]' : '- [ ]';
  const section = (label: string, answer: string) => `### ${label}\n\n${answer || '_No response_'}`;
  return [
    section('Company', company ?? 'Juniper Parcel'),
    section(
      'What you use Millrace for, in English',
      description ?? `${company ?? 'Juniper Parcel'} steers 40,000 parcels a day around storms.`,
    ),
    section('The same in Chinese', zh ?? ''),
    section('Link', link ?? ''),
    section('Text of the link', linkText ?? ''),
    section('Logo', logo ?? ''),
    section(
      'Consent',
      `${box} My company asks to be listed, and I may speak for it.\n${box} The logo may be shown on the project's website and kept in its repository.`,
    ),
  ].join('\n\n');
}

/** The issues of a repository that are no pull requests. */
export function issuesOf(repository: Repository): Issue[] {
  return [...repository.issues.values()].filter(({ pull }) => pull === undefined);
}

/** The commits that a branch has and the default branch has not, the oldest first. */
export async function commitsOn({ git, defaultBranch }: Repository, branch: string) {
  const [base = '', head = ''] = [await git.branch(defaultBranch), await git.branch(branch)];
  return git.commitsBetween(base, head);
}

/** A world with a submission of ann's, whose pull request is open. */
export async function submitted(options: WorldOptions = {}) {
  const made = await world(options);
  const issue = made.submit('ann');
  await made.settle();
  const [pull] = made.open();
  if (!pull) throw new Error(`No pull request: ${made.said(issue)}`);
  return { ...made, issue, pull, ann: made.github.as('ann'), mary: made.github.as('mary') };
}

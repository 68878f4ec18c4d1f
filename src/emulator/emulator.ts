import { mergeability } from './acts/pulls.ts';
import { apiHandler } from './answer-request.ts';
import { type AppRegistration, registerApp } from './app-registration.ts';
import { Attachments } from './attachments.ts';
import { Tokens } from './authentication.ts';
import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import { githubLimits, Limits, type LimitValues } from './limits.ts';
import { type Files, Person } from './person.ts';
import { RequestLog } from './request-log.ts';
import { listen, type RunningServer, serve } from './server.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import type { Installation, Issue, Repository, Role } from './world/model.ts';
import { World } from './world/world.ts';

/** How an emulator is started. */
export interface EmulatorOptions {
  /** An existing folder, for the bare git repositories. */
  readonly folder: string;
  /** The text of the app's manifest, `app.yml`: what it may do, and what it is told of. */
  readonly manifest: string;
  /** Of loopback; any free one, if left out. */
  readonly port?: number;
  /** In front of `/OWNER/REPOSITORY` and of attachments in what is answered, as `https://github.com`; its own, if left out. */
  readonly web?: string;
  /** Where they are other than GitHub's. */
  readonly limits?: Partial<LimitValues>;
}

/** What a new repository holds. */
export interface RepositoryOptions {
  readonly files?: Files;
  readonly defaultBranch?: string;
  readonly isPrivate?: boolean;
  /** By login. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Whether its owner is an organization. */
  readonly isOrganization?: boolean;
}

/** A GitHub on this machine. */
export class Emulator {
  /** What Probot and Octokit take for `baseUrl`. */
  readonly url: string;
  readonly app: AppRegistration;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly webhooks: Webhooks;
  readonly #world: World;
  readonly #violations: string[];
  readonly #attachments: Attachments;
  readonly #tokens: Tokens;
  readonly #server: RunningServer;

  constructor(parts: {
    readonly server: RunningServer;
    readonly app: AppRegistration;
    readonly world: World;
    readonly faults: Faults;
    readonly requests: RequestLog;
    readonly webhooks: Webhooks;
    readonly attachments: Attachments;
    readonly tokens: Tokens;
    readonly violations: string[];
  }) {
    this.url = parts.server.url;
    this.app = parts.app;
    this.clock = parts.world.clock;
    this.faults = parts.faults;
    this.requests = parts.requests;
    this.webhooks = parts.webhooks;
    this.#violations = parts.violations;
    this.#world = parts.world;
    this.#attachments = parts.attachments;
    this.#tokens = parts.tokens;
    this.#server = parts.server;
  }

  /** Somebody, who comes into being by being named. */
  as(login: string): Person {
    return new Person(this.#world.addAccount(login), this.#world, this.#attachments);
  }

  /** Makes a repository. @param name with its owner, as `apache/flink` */
  async createRepository(name: string, options: RepositoryOptions = {}): Promise<Repository> {
    const [owner = '', short = ''] = name.split('/');
    const type = options.isOrganization ? 'Organization' : 'User';
    const account = this.#world.addAccount(owner, type);
    const { defaultBranch = 'main', isPrivate = false, files = {} } = options;
    const repository = await this.#world.addRepository(account, short, {
      defaultBranch,
      isPrivate,
    });
    for (const [login, role] of Object.entries(options.roles ?? {})) {
      this.setRole(repository, login, role);
    }
    if (Object.keys(files).length > 0) {
      await this.as(owner).push(repository, { message: 'First commit', files });
    }
    return repository;
  }

  /** Gives somebody a role in a repository, or with `none` takes it away. */
  setRole(repository: Repository, login: string, role: Role): void {
    this.#world.addAccount(login);
    if (role === 'none') repository.roles.delete(login.toLowerCase());
    else repository.roles.set(login.toLowerCase(), role);
  }

  /** Renames a repository: its former name leads to it. */
  rename(repository: Repository, name: string): void {
    this.#world.renameRepository(repository, name);
  }

  setArchived(repository: Repository, isArchived: boolean): void {
    repository.isArchived = isArchived;
  }

  /** Installs the app on repositories of one owner, or adds them to where it is installed. */
  install(...repositories: readonly Repository[]): Installation {
    const [first] = repositories;
    if (!first) throw new Error('The app is installed on at least one repository');
    const { owner } = first;
    const known = [...this.#world.installations.values()].find(({ account }) => account === owner);
    if (known) {
      for (const repository of repositories) known.repositories.add(repository);
      const event = 'installation_repositories' as const;
      this.#world.emit({
        event,
        action: 'added',
        installation: known,
        repositories,
        sender: owner,
      });
      return known;
    }
    const installation: Installation = {
      id: this.#world.nextId(),
      account: owner,
      repositories: new Set(repositories),
      createdAt: this.clock.now(),
      suspendedAt: null,
    };
    this.#world.installations.set(installation.id, installation);
    this.#world.emit({ event: 'installation', action: 'created', installation, sender: owner });
    return installation;
  }

  /** Takes the app off a repository. */
  takeOff(installation: Installation, repository: Repository): void {
    installation.repositories.delete(repository);
    const sender = installation.account;
    const event = 'installation_repositories' as const;
    const repositories = [repository];
    this.#world.emit({ event, action: 'removed', installation, repositories, sender });
  }

  /** Takes the app off everything: its tokens are worthless from then on. */
  uninstall(installation: Installation): void {
    this.#world.installations.delete(installation.id);
    this.#tokens.revoke(installation);
    const sender = installation.account;
    this.#world.emit({ event: 'installation', action: 'deleted', installation, sender });
  }

  setSuspended(installation: Installation, isSuspended: boolean): void {
    installation.suspendedAt = isSuspended ? this.clock.now() : null;
    const action = isSuspended ? 'suspend' : 'unsuspend';
    const sender = installation.account;
    this.#world.emit({ event: 'installation', action, installation, sender });
  }

  /** A file's text on a branch, or at any commit. */
  async readFile(repository: Repository, path: string, ref?: string): Promise<string | undefined> {
    const object = await repository.git.read(`${ref ?? repository.defaultBranch}:${path}`);
    return object?.bytes.toString();
  }

  /** The repository's pull requests, the oldest first. */
  pulls(repository: Repository): Issue[] {
    return [...repository.issues.values()].filter(({ pull }) => pull !== undefined);
  }

  /** Whether a pull request can be merged: null where it is not open. */
  isMergeable(issue: Issue): Promise<boolean | null> {
    return mergeability(issue);
  }

  /** Takes note of violations that were meant. @returns them; `close` does not throw for them any more */
  takeViolations(): string[] {
    return this.#violations.splice(0);
  }

  /** Stops. @throws Error where something broke GitHub's published schemas */
  async close(): Promise<void> {
    await this.#server.close();
    await this.webhooks.settle();
    this.#world.close();
    if (this.#violations.length === 0) return;
    throw new Error(`GitHub's published schemas were broken:\n${this.#violations.join('\n')}`);
  }
}

/** Starts a GitHub on this machine, on loopback. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { server, running } = await listen(options.port ?? 0);
  const app = registerApp(options.manifest);
  const addresses = { api: running.url, web: options.web ?? running.url };
  const clock = new Clock();
  const faults = new Faults();
  const requests = new RequestLog();
  const violations: string[] = [];
  const violated = (message: string): void => {
    violations.push(message);
  };
  const world: World = new World(options.folder, clock, app.slug, (event) => webhooks.send(event));
  const webhooks = new Webhooks({ world, app, addresses }, faults, violated);
  const attachments = new Attachments(clock, addresses.web);
  const tokens = new Tokens(app);
  const limits = new Limits(clock, { ...githubLimits, ...options.limits });
  const service = { world, app, tokens, limits, webhooks, attachments, addresses };
  serve(server, attachments, apiHandler({ ...service, faults, log: requests, violated }));
  const parts = { app, world, faults, requests, webhooks, attachments, tokens, violations };
  return new Emulator({ server: running, ...parts });
}

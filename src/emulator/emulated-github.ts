import { install, setSuspended, setUnaccepted, takeOff, uninstall } from './acts/installations.ts';
import { mergeability } from './acts/pulls.ts';
import type { AppRegistration, Permissions } from './apps/app-registration.ts';
import type { AttachmentAccess } from './attachments/attachment-server.ts';
import type { Attachment } from './attachments/attachments.ts';
import type { Clock } from './clock.ts';
import type { EmulatorParts } from './emulator-parts.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import { Person } from './person.ts';
import type { RequestLog } from './request-log.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type {
  Installation,
  Issue,
  Repository,
  RepositorySettings,
  Role,
  Team,
} from './world/model.ts';
import type { Replica } from './world/replica.ts';
import { noRules, type RepositoryRules } from './world/repository-rules.ts';
import type { World } from './world/world.ts';

/** What a new repository holds. */
export interface RepositoryOptions {
  readonly files?: Files;
  readonly defaultBranch?: string;
  readonly isPrivate?: boolean;
  /** By login. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** By name. */
  readonly teams?: Readonly<Record<string, Team>>;
  /** Whether its owner is an organization. */
  readonly isOrganization?: boolean;
}

/** A GitHub on this machine. */
export class Emulator {
  /** What Probot and Octokit take for `baseUrl`. */
  readonly url: string;
  /** In front of `/OWNER/REPOSITORY` in what is answered. */
  readonly webUrl: string;
  readonly app: AppRegistration;
  readonly clock: Clock;
  readonly faults: Faults;
  /** What reads are answered from, which may lag. */
  readonly replica: Replica;
  readonly requests: RequestLog;
  readonly webhooks: Webhooks;
  readonly #world: World;
  readonly #parts: EmulatorParts;
  #closed: Promise<void> | undefined;

  constructor(parts: EmulatorParts) {
    this.url = `http://127.0.0.1:${parts.server.port}`;
    this.webUrl = parts.webUrl;
    this.app = parts.app;
    this.clock = parts.world.clock;
    this.faults = parts.faults;
    this.replica = parts.world.replica;
    this.requests = parts.requests;
    this.webhooks = parts.webhooks;
    this.#world = parts.world;
    this.#parts = parts;
  }

  /** Somebody, who comes into being by being named. */
  as(login: string): Person {
    return new Person(this.#world.addAccount(login), this.#world, this.#parts.attachments);
  }

  /** Makes a repository. @param name with its owner, as `apache/flink` */
  async createRepository(name: string, options: RepositoryOptions = {}): Promise<Repository> {
    const [owner = '', short = ''] = name.split('/');
    const account = this.#world.addAccount(owner, options.isOrganization ? 'Organization' : 'User');
    const { defaultBranch = 'main', isPrivate = false, files = {} } = options;
    const repository = await this.#world.addRepository(account, short, {
      defaultBranch,
      isPrivate,
    });
    for (const [login, role] of Object.entries(options.roles ?? {})) {
      this.setRole(repository, login, role);
    }
    for (const [slug, team] of Object.entries(options.teams ?? {})) {
      this.setTeam(repository, slug, team);
    }
    const first = { message: 'First commit', files };
    if (Object.keys(files).length > 0) await this.as(owner).push(repository, first);
    return repository;
  }

  /** Gives somebody a role in a repository, or with `none` takes it away. */
  setRole(repository: Repository, login: string, role: Role): void {
    this.#world.addAccount(login);
    if (role === 'none') repository.roles.delete(login.toLowerCase());
    else repository.roles.set(login.toLowerCase(), role);
    this.#world.touch();
  }

  /** Gives a team a role in a repository, in the place of what it had. */
  setTeam(repository: Repository, name: string, { role, members }: Team): void {
    for (const login of members) this.#world.addAccount(login);
    repository.teams.set(name, { role, members: members.map((login) => login.toLowerCase()) });
    this.#world.touch();
  }

  /** Renames a repository: its former name leads to it. */
  rename(repository: Repository, name: string): void {
    this.#world.renameRepository(repository, name);
  }

  /** Changes settings of a repository. */
  configure(repository: Repository, settings: RepositorySettings): void {
    Object.assign(repository, settings);
    this.#world.touch();
  }

  /** Gives a repository these rules, and no others. */
  setRules(repository: Repository, rules: Partial<RepositoryRules>): void {
    repository.rules = { ...noRules, ...rules };
    this.#world.touch();
  }

  /** Installs the app on repositories of one owner, or adds them to where it is installed. */
  install(...repositories: readonly Repository[]): Installation {
    return install(this.#world, repositories);
  }

  /** Takes the app off a repository. */
  takeOff(installation: Installation, repository: Repository): void {
    takeOff(this.#world, installation, repository);
  }

  /** Makes the app's tokens worthless, too. */
  uninstall(installation: Installation): void {
    this.#parts.tokens.revoke(installation);
    uninstall(this.#world, installation);
  }

  /** @param permissions for which nobody has accepted yet that the app may write; for all others it may */
  setUnaccepted(installation: Installation, ...permissions: readonly string[]): void {
    setUnaccepted(this.#world, installation, permissions);
  }

  setSuspended(installation: Installation, isSuspended: boolean): void {
    setSuspended(this.#world, installation, isSuspended);
  }

  /** Confirms a new app on GitHub's page for that. @returns the code for `redirect_url`: good once, and for an hour */
  offerManifest(manifest: string): string {
    return this.#parts.manifests.offer(manifest);
  }

  /** With which attachments are downloaded: only these options find GitHub's hosts on this machine. */
  downloads(): AttachmentAccess {
    return this.#parts.attachmentServer.access;
  }

  /** What somebody attached. @param address the lasting one, as it is in their text */
  attachment(address: string): Attachment | undefined {
    return this.#parts.attachments.find(address);
  }

  /** A file's text on a branch, or at any commit. */
  async readFile(repository: Repository, path: string, ref?: string): Promise<string | undefined> {
    const { git, defaultBranch } = repository;
    const commit = (await git.branch(ref ?? defaultBranch)) ?? ref;
    const object = await git.read(`${commit}:${path}`);
    return object?.type === 'blob' ? object.bytes.toString() : undefined;
  }

  /** The repository's pull requests, the oldest first. */
  pulls(repository: Repository): Issue[] {
    return [...repository.issues.values()].filter(({ pull }) => pull !== undefined);
  }

  /** Whether a pull request can be merged: null where it is not open. */
  isMergeable(issue: Issue): Promise<boolean | null> {
    return mergeability(issue);
  }

  /** The `GITHUB_TOKEN` of a workflow run. @param permissions as its `permissions:` names them */
  actionsToken(repository: Repository, permissions: Permissions): string {
    const actor = this.#world.addApp('github-actions[bot]');
    return this.#parts.tokens.issueForOne(repository, permissions, actor);
  }

  /** Somebody's fine-grained token for a repository: it allows what it names and they are allowed. */
  personalToken(login: string, repository: Repository, permissions: Permissions): string {
    const actor = this.#world.addAccount(login);
    return this.#parts.tokens.issueForOne(repository, permissions, actor);
  }

  /** Takes note of violations that were meant. @returns them; `close` does not throw for them anymore */
  takeViolations(): string[] {
    return this.#parts.violations.splice(0);
  }

  /** All there are, the oldest first. */
  get repositories(): Repository[] {
    return [...this.#world.repositories.values()];
  }

  /** Where the app is installed. */
  get installations(): Installation[] {
    return [...this.#world.installations.values()];
  }

  /** Listens to whatever changes. @param listener is called often, before a change is whole. @returns what ends it */
  subscribe(listener: () => void): () => void {
    return this.#parts.listeners.add(listener);
  }

  /** Stops, with everything written down. @throws Error where something broke GitHub's published schemas */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#parts.server.close();
    await this.#parts.attachmentServer.running.close();
    await this.webhooks.settle();
    await this.#parts.keeper.flush();
    this.#world.close();
    if (this.#parts.violations.length === 0) return;
    throw new Error(
      `GitHub's published schemas were broken:\n${this.#parts.violations.join('\n')}`,
    );
  }
}

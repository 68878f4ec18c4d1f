import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { GitRepository } from '../git/git-repository.ts';
import { Refusal } from '../refusal.ts';
import type { WorldEvent } from './events.ts';
import type { Account, Installation, Issue, Repository, WorldNode } from './model.ts';
import type { Replica } from './replica.ts';
import { noRules } from './repository-rules.ts';

/** What a new repository is. */
export interface NewRepository {
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
}

/** What a world is made of. */
export interface WorldParts {
  /** Where the bare git repositories are kept. */
  readonly folder: string;
  readonly clock: Clock;
  readonly replica: Replica;
  readonly appSlug: string;
  /** Whether it signs the commits that are made on it, as github.com does. */
  readonly signsCommits: boolean;
  /** The host of its pages, as in the addresses that it gives people for their commits. */
  readonly host: string;
  /** Is told of everything that a webhook could be made of, the moment it happened. */
  readonly happened: (event: WorldEvent) => void;
  /** Is told of every change, while it is made. */
  readonly changed: () => void;
  /** With what it begins, if not with nothing. */
  readonly start?: { readonly lastId: number; readonly accounts: readonly Account[] } | undefined;
}

/** Everything there is on this GitHub, and the one place where ids come from. */
export class World {
  readonly clock: Clock;
  readonly replica: Replica;
  readonly signsCommits: boolean;
  readonly host: string;
  /** The app's own account. */
  readonly bot: Account;
  /** The accounts of apps, which have no roles: what they may do is granted to their tokens. */
  readonly apps = new Set<Account>();
  readonly accounts = new Map<string, Account>();
  readonly repositories = new Map<string, Repository>();
  readonly installations = new Map<number, Installation>();
  readonly #folder: string;
  readonly #nodes = new Map<string, WorldNode>();
  readonly #formerNames = new Map<string, Repository>();
  readonly #happened: (event: WorldEvent) => void;
  readonly #changed: () => void;
  #lastId: number;

  constructor(parts: WorldParts) {
    const { folder, clock, replica, appSlug, happened, changed, start } = parts;
    this.#folder = folder;
    this.clock = clock;
    this.replica = replica;
    this.signsCommits = parts.signsCommits;
    this.host = parts.host;
    this.#happened = happened;
    this.#changed = changed;
    this.#lastId = start?.lastId ?? 1000;
    for (const account of start?.accounts ?? []) {
      this.accounts.set(accountKey(account), this.register(account));
    }
    this.bot = this.addApp(`${appSlug}[bot]`);
  }

  emit(event: WorldEvent): void {
    this.touch();
    this.#happened(event);
  }

  /** Says that something changes. What takes an id, is made known, or is told of says so by itself. */
  touch(): void {
    this.#changed();
  }

  /** Says that something about an issue is about to change, its comments and reactions included. */
  changing(issue: Issue): void {
    this.replica.keep(issue);
    this.touch();
  }

  /** The one that was given last. */
  get lastId(): number {
    return this.#lastId;
  }

  nextId(): number {
    this.touch();
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Makes a node id, in GitHub's style: what it is, and a number that means nothing to others. */
  nodeId(prefix: string, id: number): string {
    const bytes = Buffer.alloc(6);
    bytes.writeUIntBE(id, 0, 6);
    return `${prefix}_kwDO${bytes.toString('base64url')}`;
  }

  /** Makes something known by its node id. */
  register<Node extends WorldNode>(node: Node): Node {
    this.touch();
    this.#nodes.set(node.nodeId, node);
    return node;
  }

  forget(node: WorldNode): void {
    this.touch();
    this.#nodes.delete(node.nodeId);
  }

  /** @throws Refusal in GitHub's words where there is no such node */
  node(nodeId: string): WorldNode {
    const node = this.#nodes.get(nodeId);
    if (node) return node;
    throw new Refusal(
      'NOT_FOUND',
      `Could not resolve to a node with the global id of '${nodeId}'.`,
    );
  }

  /** Gives somebody, who comes into being by being named. */
  addAccount(login: string, type: Account['type'] = 'User'): Account {
    const known = this.accounts.get(login.toLowerCase());
    if (known) return known;
    const id = this.nextId();
    const prefix = { User: 'U', Organization: 'O', Bot: 'BOT' }[type];
    const nodeId = this.nodeId(prefix, id);
    const account = {
      kind: 'account',
      id,
      nodeId,
      login,
      type,
      createdAt: this.clock.now(),
      isGone: false,
    } as const;
    this.accounts.set(accountKey(account), account);
    return this.register(account);
  }

  /** Deletes somebody's account: its login is free for others. */
  deleteAccount(account: Account): void {
    this.touch();
    const login = accountKey(account);
    account.isGone = true;
    this.accounts.delete(login);
    this.accounts.set(accountKey(account), account);
    for (const { roles } of this.repositories.values()) roles.delete(login);
  }

  addApp(login: string): Account {
    const account = this.addAccount(login, 'Bot');
    this.apps.add(account);
    return account;
  }

  async addRepository(owner: Account, name: string, made: NewRepository): Promise<Repository> {
    const id = this.nextId();
    const git = await GitRepository.create(this.folderOf(id), made.defaultBranch);
    const repository: Repository = {
      kind: 'repository',
      id,
      nodeId: this.nodeId('R', id),
      owner,
      name,
      git,
      createdAt: this.clock.now(),
      defaultBranch: made.defaultBranch,
      isPrivate: made.isPrivate,
      deletesMergedBranches: false,
      isArchived: false,
      rules: noRules,
      pushedAt: this.clock.now(),
      roles: new Map(),
      teams: new Map(),
      labels: [],
      issues: new Map(),
      goneIssues: new Map(),
      checkRuns: [],
      nextNumber: 1,
    };
    return this.place(repository);
  }

  /** Where a repository's git is. */
  folderOf(id: number): string {
    return join(this.#folder, `${id}.git`);
  }

  /** Makes a repository known by its name. @param formerNames each with its owner, as `apache/flink` */
  place(repository: Repository, formerNames: readonly string[] = []): Repository {
    for (const name of formerNames) this.#formerNames.set(name, repository);
    this.repositories.set(nameKey(repository.owner.login, repository.name), repository);
    return this.register(repository);
  }

  /** @returns the repository of that name, or the one that had it before it was renamed */
  findRepository(owner: string, name: string): Repository | undefined {
    const key = nameKey(owner, name);
    return this.repositories.get(key) ?? this.#formerNames.get(key);
  }

  /** The names that lead to a repository beside its own, each with its owner and in small letters. */
  formerNamesOf(repository: Repository): string[] {
    return [...this.#formerNames].flatMap(([name, each]) => (each === repository ? [name] : []));
  }

  renameRepository(repository: Repository, name: string): void {
    this.touch();
    const former = nameKey(repository.owner.login, repository.name);
    this.repositories.delete(former);
    this.#formerNames.set(former, repository);
    repository.name = name;
    this.repositories.set(nameKey(repository.owner.login, name), repository);
  }

  installationFor(repository: Repository): Installation | undefined {
    return [...this.installations.values()].find(({ repositories }) =>
      repositories.has(repository),
    );
  }

  close(): void {
    for (const repository of this.repositories.values()) repository.git.close();
  }
}

function accountKey({ login, id, isGone }: Account): string {
  return isGone ? `/${id}` : login.toLowerCase();
}

function nameKey(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase();
}

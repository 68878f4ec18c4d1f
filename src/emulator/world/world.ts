import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { GitRepository } from '../git/git-repository.ts';
import { Refusal } from '../refusal.ts';
import type { WorldEvent } from './events.ts';
import type { Account, Installation, Issue, Repository, Role, WorldNode } from './model.ts';

/** What a new repository is. */
export interface NewRepository {
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
}

/** Everything there is on this GitHub, and the one place where ids come from. */
export class World {
  readonly clock: Clock;
  /** The app's own account. */
  readonly bot: Account;
  readonly accounts = new Map<string, Account>();
  readonly repositories = new Map<string, Repository>();
  readonly installations = new Map<number, Installation>();
  readonly #folder: string;
  readonly #nodes = new Map<string, WorldNode>();
  readonly #formerNames = new Map<string, Repository>();
  readonly #listener: (event: WorldEvent) => void;
  #lastId = 1000;

  /**
   * @param folder where the bare git repositories are kept
   * @param listener is told of everything that a webhook could be made of, the moment it happened
   */
  constructor(
    folder: string,
    clock: Clock,
    appSlug: string,
    listener: (event: WorldEvent) => void,
  ) {
    this.#folder = folder;
    this.clock = clock;
    this.#listener = listener;
    this.bot = this.addAccount(`${appSlug}[bot]`, 'Bot');
  }

  emit(event: WorldEvent): void {
    this.#listener(event);
  }

  nextId(): number {
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
    this.#nodes.set(node.nodeId, node);
    return node;
  }

  forget(node: WorldNode): void {
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
    } as const;
    this.accounts.set(login.toLowerCase(), account);
    return this.register(account);
  }

  async addRepository(owner: Account, name: string, made: NewRepository): Promise<Repository> {
    const id = this.nextId();
    const git = await GitRepository.create(join(this.#folder, `${id}.git`), made.defaultBranch);
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
      isArchived: false,
      pushedAt: this.clock.now(),
      roles: new Map(),
      labels: [],
      issues: new Map(),
      goneIssues: new Map(),
      nextNumber: 1,
    };
    this.repositories.set(nameKey(owner.login, name), repository);
    return this.register(repository);
  }

  /** @returns the repository of that name, or the one that had it before it was renamed */
  findRepository(owner: string, name: string): Repository | undefined {
    const key = nameKey(owner, name);
    return this.repositories.get(key) ?? this.#formerNames.get(key);
  }

  renameRepository(repository: Repository, name: string): void {
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

  /** What somebody may do. The app is asked for its granted permissions instead. */
  roleOf(account: Account, repository: Repository): Role {
    if (account === repository.owner) return 'admin';
    const role = repository.roles.get(account.login.toLowerCase());
    return role ?? (repository.isPrivate ? 'none' : 'read');
  }

  /** How somebody stands to a repository, as GitHub marks each issue and comment. */
  associationOf(account: Account, repository: Repository): string {
    if (account === repository.owner) return 'OWNER';
    if (repository.roles.has(account.login.toLowerCase())) {
      return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
    }
    const hasMerged = (issue: Issue) => issue.author === account && Boolean(issue.pull?.merged);
    return [...repository.issues.values()].some(hasMerged) ? 'CONTRIBUTOR' : 'NONE';
  }

  close(): void {
    for (const repository of this.repositories.values()) repository.git.close();
  }
}

function nameKey(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase();
}

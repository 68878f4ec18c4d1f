import type { Issue, Label, Repository, WorldNode } from './model.ts';

/** An issue as it was until it was changed, or went. */
export interface Version {
  /** In milliseconds since 1970. */
  readonly until: number;
  readonly issue: Issue;
}

type Past = (repository: Repository) => ReadonlyMap<Issue, readonly Version[]> | undefined;

/** The world as a request sees it: at one moment, as it is or as it was. */
export class View {
  /** Of whatever writes, and of reads where nothing lags. */
  static readonly newest = new View(Number.POSITIVE_INFINITY, () => undefined);
  readonly #time: number;
  readonly #past: Past;

  /** @param time in milliseconds since 1970 */
  constructor(time: number, past: Past) {
    this.#time = time;
    this.#past = past;
  }

  /** A repository's issues and pull requests, the oldest first. */
  issues(repository: Repository): Issue[] {
    const known = new Set([
      ...repository.issues.values(),
      ...(this.#past(repository)?.keys() ?? []),
    ]);
    return [...known]
      .flatMap((issue) => this.#at(issue) ?? [])
      .sort((one, other) => one.number - other.number);
  }

  /** The issue or pull request of a number. */
  issue(repository: Repository, number: number): Issue | undefined {
    const issue = repository.issues.get(number);
    if (issue) return this.#at(issue);
    return this.issues(repository).find((each) => each.number === number);
  }

  labels({ labels }: Repository): Label[] {
    return labels.filter((label) => this.#isMade(label));
  }

  /** What a node id stands for. */
  node(node: WorldNode): WorldNode | undefined {
    switch (node.kind) {
      case 'issue':
        return this.#at(node);
      case 'comment':
        return this.#at(node.issue)?.comments.find(({ nodeId }) => nodeId === node.nodeId);
      case 'label':
        return this.#isMade(node) ? node : undefined;
      case 'account':
      case 'repository':
      case 'reaction':
      case 'event':
        return node;
      default:
        throw node satisfies never;
    }
  }

  #at(issue: Issue): Issue | undefined {
    const { repository, number } = issue;
    if (!this.#isMade(issue)) return undefined;
    const versions = this.#past(repository)?.get(issue);
    const past = versions?.find(({ until }) => until > this.#time);
    if (past) return past.issue;
    return repository.issues.get(number) === issue ? issue : undefined;
  }

  #isMade({ createdAt }: { readonly createdAt: Date }): boolean {
    return createdAt.getTime() <= this.#time;
  }
}

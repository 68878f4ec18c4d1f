import type {
  BranchMove,
  Change,
  Commit,
  CreateBranch,
} from '../../../src/github/changes/change.ts';
import type { ChangeResult } from '../../../src/github/changes/change-result.ts';
import type { Publication, PublicationState } from '../../../src/reconcile/apply/publication.ts';

/** How a document goes wrong. */
export type Failure =
  /** It does not arrive. */
  | 'lost'
  /** All of it takes effect, and nobody hears of it. */
  | 'unheard'
  /** So many of its changes take effect, the next does not, and those after it do. */
  | number;

/** What the document came to; nothing where no answer came. */
export type Heard = readonly ChangeResult[] | undefined;

interface CommitObject {
  readonly parent: string;
  readonly message: string;
}

/** What GitHub makes of our changes, as far as branches and their pull requests go. */
export class BranchModel {
  /** By name, where each stands. */
  readonly branches = new Map<string, string>();
  readonly commits = new Map<string, CommitObject>();
  /** The branch of the open pull request. */
  pull: string | undefined;
  /** What GitHub did to pull requests or branches that we must not bring about. */
  readonly harm: string[] = [];
  readonly #publication: Publication;
  #made = 0;
  #pulls = 12;

  constructor(publication: Publication) {
    this.#publication = publication;
    this.commits.set(publication.base.oid, { parent: '', message: 'base' });
  }

  /** Puts a commit of whatever content there, as if it had been there before. */
  commit(message: string, parent = this.#publication.base.oid): string {
    this.#made += 1;
    const oid = String(this.#made).padStart(40, '0').replace(/^0/, 'c');
    this.commits.set(oid, { parent, message });
    return oid;
  }

  open(): void {
    this.#pulls += 1;
    this.pull = this.#publication.branch;
  }

  /** What a look at the repository shows. @param made what is remembered of the commit */
  look(made: string | undefined): PublicationState {
    const of = (name: string) => {
      const oid = this.branches.get(name);
      return oid === undefined ? undefined : { oid };
    };
    const { branch, temporaryBranch } = this.#publication;
    return {
      branch: of(branch),
      temporaryBranch: of(temporaryBranch),
      pull: this.pull === undefined ? undefined : this.#pullFacts(),
      made,
    };
  }

  /** Runs a document, as GitHub would: in its order, each regardless of those before it. */
  send(changes: readonly Change[], failure?: Failure): Heard {
    if (failure === 'lost') return undefined;
    const results = changes.map((change, index) => {
      const result = index === failure ? 'Something went wrong' : this.#run(change);
      if (typeof result !== 'string') return result;
      return { kind: 'failed', change, error: { message: result } } as const;
    });
    return failure === 'unheard' ? undefined : results;
  }

  /** @returns the result, or why there is none */
  #run(change: Change): ChangeResult | string {
    switch (change.kind) {
      case 'create-branch':
        return this.#createBranch(change) ?? { kind: 'done', change };
      case 'commit':
        return this.#commitOn(change);
      case 'move-branches':
        return this.#moveBranches(change.moves) ?? { kind: 'done', change };
      case 'open-pull-request':
        return this.#openPull(change.branch);
      default:
        return `Not for branches: ${change.kind}`;
    }
  }

  #createBranch({ branch, oid }: CreateBranch): string | undefined {
    if (this.branches.has(branch)) return `A ref named ${branch} already exists`;
    this.branches.set(branch, oid);
    return undefined;
  }

  #commitOn({ branch, expectedHead, headline }: Commit): ChangeResult | string {
    const head = this.branches.get(branch);
    if (head === undefined) return `No ref found ${branch}`;
    if (head !== expectedHead) return `Expected branch to point to ${expectedHead} but it did not`;
    const oid = this.commit(headline, head);
    this.#put(branch, oid);
    return { kind: 'committed', branch, oid };
  }

  #moveBranches(moves: readonly BranchMove[]): string | undefined {
    for (const { branch, before, after } of moves) {
      if (this.branches.get(branch) !== before) return `${branch} is not at ${before}`;
      if (after !== undefined && !this.commits.has(after)) return `No such object: ${after}`;
    }
    for (const { branch, after } of moves) this.#put(branch, after);
    return undefined;
  }

  #openPull(branch: string): ChangeResult | string {
    const head = this.branches.get(branch);
    if (head === undefined) return `Head ref ${branch} does not exist`;
    if (head === this.#publication.base.oid) return `No commits between base and ${branch}`;
    if (this.pull !== undefined) return `A pull request already exists for ${branch}`;
    this.open();
    return { kind: 'pull-request-opened', ...this.#pullFacts() };
  }

  /** Moves or deletes a branch, with what GitHub does to its pull request then. */
  #put(name: string, oid: string | undefined): void {
    if (oid === undefined) this.branches.delete(name);
    else this.branches.set(name, oid);
    if (oid === undefined && name === this.#publication.branch)
      this.harm.push('our branch was deleted');
    const isBare = oid === undefined || oid === this.#publication.base.oid;
    if (this.pull !== name || !isBare) return;
    this.pull = undefined;
    this.harm.push('GitHub closed the pull request');
  }

  #pullFacts() {
    return { id: `PR_${this.#pulls}`, number: this.#pulls };
  }
}

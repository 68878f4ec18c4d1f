import {
  type Mutation,
  type MutationOutcome,
  mutationOutcomes,
} from '../../../src/github/changes/mutation.ts';
import { noOid } from '../../../src/github/changes/mutations.ts';
import type { Publication, PublicationState } from '../../../src/reconcile/apply/publication.ts';

/** How a document goes wrong. */
export type Failure =
  /** It does not arrive. */
  | 'lost'
  /** All of it takes effect, and nobody hears of it. */
  | 'unheard'
  /** So many of its mutations take effect, the next does not, and those after it do. */
  | number;

/** What the document came to; nothing where no answer came. */
export type Heard = Readonly<Record<string, MutationOutcome>> | undefined;

interface Commit {
  readonly parent: string;
  readonly message: string;
}

/** What GitHub makes of our mutations, as far as branches and their pull requests go. */
export class BranchModel {
  /** By name, where each stands. */
  readonly branches = new Map<string, string>();
  readonly commits = new Map<string, Commit>();
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
  send(mutations: Readonly<Record<string, Mutation>>, failure?: Failure): Heard {
    if (failure === 'lost') return undefined;
    const data: Record<string, unknown> = {};
    const errors: { path: string[]; message: string }[] = [];
    for (const [index, [alias, mutation]] of Object.entries(mutations).entries()) {
      const result = index === failure ? 'Something went wrong' : this.#run(mutation);
      if (typeof result === 'string') errors.push({ path: [alias], message: result });
      else data[alias] = result;
    }
    if (failure === 'unheard') return undefined;
    return mutationOutcomes(Object.keys(mutations), data, errors);
  }

  /** @returns the result, or why there is none */
  #run({ field, input }: Mutation): object | string {
    switch (field) {
      case 'createRef':
        return this.#createRef(nameOf(input['name']), String(input['oid']));
      case 'createCommitOnBranch':
        return this.#createCommit(input);
      case 'updateRefs':
        return this.#updateRefs(input['refUpdates'] as readonly RefUpdate[]);
      case 'createPullRequest':
        return this.#createPull(String(input['headRefName']));
      default:
        return `No such mutation: ${field}`;
    }
  }

  #createRef(name: string, oid: string): object | string {
    if (this.branches.has(name)) return `A ref named ${name} already exists`;
    this.branches.set(name, oid);
    return { clientMutationId: null };
  }

  #createCommit(input: Mutation['input']): object | string {
    const { branchName } = input['branch'] as { readonly branchName: string };
    const { headline } = input['message'] as { readonly headline: string };
    const head = this.branches.get(branchName);
    const expected = String(input['expectedHeadOid']);
    if (head === undefined) return `No ref found ${branchName}`;
    if (head !== expected) return `Expected branch to point to ${expected} but it did not`;
    const oid = this.commit(headline, head);
    this.#put(branchName, oid);
    return { commit: { oid } };
  }

  #updateRefs(updates: readonly RefUpdate[]): object | string {
    for (const { name, beforeOid, afterOid } of updates) {
      const before = this.branches.get(nameOf(name)) ?? noOid;
      if (before !== beforeOid) return `${name} is not at ${beforeOid}`;
      if (afterOid !== noOid && !this.commits.has(afterOid)) return `No such object: ${afterOid}`;
    }
    for (const { name, afterOid } of updates) this.#put(nameOf(name), afterOid);
    return { clientMutationId: null };
  }

  #createPull(branch: string): object | string {
    const head = this.branches.get(branch);
    if (head === undefined) return `Head ref ${branch} does not exist`;
    if (head === this.#publication.base.oid) return `No commits between base and ${branch}`;
    if (this.pull !== undefined) return `A pull request already exists for ${branch}`;
    this.open();
    return { pullRequest: this.#pullFacts() };
  }

  /** Moves or deletes a branch, with what GitHub does to its pull request then. */
  #put(name: string, oid: string): void {
    if (oid === noOid) this.branches.delete(name);
    else this.branches.set(name, oid);
    if (oid === noOid && name === this.#publication.branch)
      this.harm.push('our branch was deleted');
    const isBare = oid === noOid || oid === this.#publication.base.oid;
    if (this.pull !== name || !isBare) return;
    this.pull = undefined;
    this.harm.push('GitHub closed the pull request');
  }

  #pullFacts() {
    return { id: `PR_${this.#pulls}`, number: this.#pulls };
  }
}

interface RefUpdate {
  readonly name: string;
  readonly beforeOid: string;
  readonly afterOid: string;
}

function nameOf(ref: unknown): string {
  return String(ref).replace('refs/heads/', '');
}

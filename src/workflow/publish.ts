import type { Mutation, MutationOutcome } from '../github/mutation.ts';
import {
  commitOnBranch,
  createBranch,
  createPull,
  deleteBranch,
  moveBranches,
  type NewCommit,
  noOid,
  type PullText,
} from '../github/mutations.ts';
import type { BranchFacts } from '../github/submission-snapshot.ts';

/** What is to stand on our branch: one commit on the base. */
export interface Publication {
  readonly repositoryId: string;
  readonly branch: string;
  readonly temporaryBranch: string;
  readonly base: { readonly branch: string; readonly oid: string };
  readonly commit: Pick<NewCommit, 'nameWithOwner' | 'headline' | 'body' | 'changes'>;
  /** What the pull request says until the commit is known. */
  readonly pull: PullText;
}

/** How far it is. */
export interface PublicationState {
  readonly branch: Pick<BranchFacts, 'refId' | 'oid'> | undefined;
  readonly temporaryBranch: Pick<BranchFacts, 'refId' | 'oid'> | undefined;
  /** The open pull request. */
  readonly pull: { readonly id: string; readonly number: number } | undefined;
  /** The commit with just this content, once it is made. */
  readonly made: string | undefined;
}

/** A document to send, or the last mutations, which may go with others. */
export type PublicationStep =
  | { readonly kind: 'send'; readonly mutations: Readonly<Record<string, Mutation>> }
  | {
      readonly kind: 'finish';
      readonly mutations: Readonly<Record<string, Mutation>>;
      readonly commit: string;
      readonly pull: { readonly id: string; readonly number: number };
    };

/**
 * What is to be done next so that our branch holds the one commit and a pull request is open for it. A branch that stands
 * is never without a commit of ours: GitHub would close its pull request. So the new commit is made on a temporary branch,
 * and one move, that fails if somebody pushed meanwhile, takes ours there.
 */
export function nextStep(publication: Publication, state: PublicationState): PublicationStep {
  const { repositoryId, branch, base } = publication;
  const pull = state.pull
    ? {}
    : { pull: createPull(repositoryId, branch, base.branch, publication.pull) };
  const commitOn = (name: string) =>
    commitOnBranch({ ...publication.commit, branch: name, expectedHead: base.oid });
  const send = (mutations: Readonly<Record<string, Mutation>>): PublicationStep => ({
    kind: 'send',
    mutations,
  });
  if (!state.branch) {
    const create = createBranch(repositoryId, branch, base.oid);
    return send({ branch: create, commit: commitOn(branch), ...pull });
  }
  if (state.branch.oid === base.oid) return send({ commit: commitOn(branch), ...pull });
  if (state.branch.oid === state.made) {
    if (!state.pull) return send(pull);
    const left = state.temporaryBranch;
    const mutations: Readonly<Record<string, Mutation>> = left
      ? { leftTemporaryBranch: deleteBranch(left.refId) }
      : {};
    return { kind: 'finish', mutations, commit: state.made, pull: state.pull };
  }
  if (!state.made || state.temporaryBranch?.oid !== state.made) {
    return send(commitOnTemporaryBranch(publication, state, commitOn));
  }
  const move = moveBranches(repositoryId, [
    { branch, before: state.branch.oid, after: state.made },
    { branch: publication.temporaryBranch, before: state.made, after: noOid },
  ]);
  if (!state.pull) return send({ move, ...pull });
  return { kind: 'finish', mutations: { move }, commit: state.made, pull: state.pull };
}

function commitOnTemporaryBranch(
  { repositoryId, temporaryBranch, base }: Publication,
  state: PublicationState,
  commitOn: (branch: string) => Mutation,
): Readonly<Record<string, Mutation>> {
  const left = state.temporaryBranch;
  return {
    ...(left && { leftTemporaryBranch: deleteBranch(left.refId) }),
    temporaryBranch: createBranch(repositoryId, temporaryBranch, base.oid),
    commit: commitOn(temporaryBranch),
  };
}

/** How far it is after a step of which everything went well. */
export function stateAfter(
  state: PublicationState,
  outcomes: Readonly<Record<string, MutationOutcome>>,
): PublicationState {
  const dataOf = (alias: string) => {
    const outcome = outcomes[alias];
    return outcome?.ok ? outcome.data : undefined;
  };
  const ref = (alias: string) => (dataOf(alias)?.['ref'] as { id: string } | undefined)?.id;
  const made = (dataOf('commit')?.['commit'] as { oid: string } | undefined)?.oid ?? state.made;
  const temporaryRef = ref('temporaryBranch');
  const refId = ref('branch') ?? state.branch?.refId;
  const isMoved = dataOf('move') !== undefined;
  const isOnBranch = temporaryRef === undefined && (isMoved || dataOf('commit') !== undefined);
  return {
    branch:
      refId !== undefined && isOnBranch && made !== undefined ? { refId, oid: made } : state.branch,
    temporaryBranch: temporaryOf(state, temporaryRef, made, isMoved),
    pull: (dataOf('pull')?.['pullRequest'] as PublicationState['pull'] | undefined) ?? state.pull,
    made,
  };
}

function temporaryOf(
  state: PublicationState,
  refId: string | undefined,
  made: string | undefined,
  isMoved: boolean,
): PublicationState['temporaryBranch'] {
  if (isMoved) return undefined;
  return refId !== undefined && made !== undefined ? { refId, oid: made } : state.temporaryBranch;
}

import type { Mutation, MutationOutcome } from '../../github/changes/mutation.ts';
import {
  commitOnBranch,
  createBranch,
  createPull,
  deleteBranch,
  moveBranches,
  type NewCommit,
  noOid,
  type PullText,
} from '../../github/changes/mutations.ts';
import type { BranchFacts } from '../../github/submission/submission-snapshot.ts';

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
  readonly branch: Pick<BranchFacts, 'oid'> | undefined;
  readonly temporaryBranch: Pick<BranchFacts, 'oid'> | undefined;
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
    const mutations = dropLeftBranch(publication, state);
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
  publication: Publication,
  state: PublicationState,
  commitOn: (branch: string) => Mutation,
): Readonly<Record<string, Mutation>> {
  const { repositoryId, temporaryBranch, base } = publication;
  return {
    ...dropLeftBranch(publication, state),
    temporaryBranch: createBranch(repositoryId, temporaryBranch, base.oid),
    commit: commitOn(temporaryBranch),
  };
}

/** A job that was broken off may have left a temporary branch. */
function dropLeftBranch(
  { repositoryId, temporaryBranch: name }: Publication,
  { temporaryBranch: left }: PublicationState,
): Readonly<Record<string, Mutation>> {
  if (!left) return {};
  return { leftTemporaryBranch: deleteBranch(repositoryId, { name, oid: left.oid }) };
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
  const made = (dataOf('commit')?.['commit'] as { oid: string } | undefined)?.oid ?? state.made;
  const isTemporaryMade = dataOf('temporaryBranch') !== undefined;
  const hasBranch = dataOf('branch') !== undefined || state.branch !== undefined;
  const isMoved = dataOf('move') !== undefined;
  const isOnBranch = !isTemporaryMade && (isMoved || dataOf('commit') !== undefined);
  return {
    branch: hasBranch && isOnBranch && made !== undefined ? { oid: made } : state.branch,
    temporaryBranch: temporaryOf(state, isTemporaryMade, made, isMoved),
    pull: (dataOf('pull')?.['pullRequest'] as PublicationState['pull'] | undefined) ?? state.pull,
    made,
  };
}

function temporaryOf(
  state: PublicationState,
  isTemporaryMade: boolean,
  made: string | undefined,
  isMoved: boolean,
): PublicationState['temporaryBranch'] {
  if (isMoved) return undefined;
  return isTemporaryMade && made !== undefined ? { oid: made } : state.temporaryBranch;
}

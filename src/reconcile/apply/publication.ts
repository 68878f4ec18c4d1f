import {
  type BranchMove,
  type Change,
  type Commit,
  deleteBranch,
  type PullText,
} from '../../github/changes/change.ts';
import type { ChangeResult } from '../../github/changes/change-result.ts';
import type { BranchFacts } from '../../github/submission/submission-snapshot.ts';

/** What is to be on our branch: one commit on the base. */
export interface Publication {
  readonly repositoryId: string;
  readonly branch: string;
  readonly temporaryBranch: string;
  readonly base: { readonly branch: string; readonly oid: string };
  readonly commit: Pick<Commit, 'nameWithOwner' | 'headline' | 'body' | 'files'>;
  /** What the pull request says until the commit is known. */
  readonly pull: PullText;
  readonly isDraft: boolean;
  /** Whether GitHub lets us delete branches: else ours is moved without that, and the temporary one may stay. */
  readonly mayDelete: boolean;
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

/** Changes to send as one document, or the last ones, which may go with others. */
export type PublicationStep =
  | { readonly kind: 'send'; readonly changes: readonly Change[] }
  | {
      readonly kind: 'finish';
      readonly changes: readonly Change[];
      readonly commit: string;
      readonly pull: { readonly id: string; readonly number: number };
    };

/**
 * What is to be done next so that our branch holds the one commit and a pull request is open for it. An existing branch
 * is never without a commit of ours: GitHub would close its pull request. So the new commit is made on a temporary branch,
 * and one move, that fails if somebody pushed meanwhile, takes ours there.
 */
export function nextStep(publication: Publication, state: PublicationState): PublicationStep {
  const { repositoryId, branch, base } = publication;
  const open = state.pull ? [] : [openPullRequest(publication)];
  if (!state.branch) {
    const create: Change = { kind: 'create-branch', repositoryId, branch, oid: base.oid };
    return { kind: 'send', changes: [create, commitOn(branch, publication), ...open] };
  }
  if (state.branch.oid === base.oid) {
    return { kind: 'send', changes: [commitOn(branch, publication), ...open] };
  }
  if (state.branch.oid === state.made) {
    if (!state.pull) return { kind: 'send', changes: open };
    const changes = dropLeftBranch(publication, state);
    return { kind: 'finish', changes, commit: state.made, pull: state.pull };
  }
  if (!state.made || state.temporaryBranch?.oid !== state.made) {
    return { kind: 'send', changes: commitOnTemporaryBranch(publication, state) };
  }
  const { temporaryBranch, mayDelete } = publication;
  const deletion = { branch: temporaryBranch, before: state.made, after: undefined };
  const move: Change = {
    kind: 'move-branches',
    repositoryId,
    moves: [
      { branch, before: state.branch.oid, after: state.made },
      ...(mayDelete ? [deletion] : []),
    ],
  };
  if (!state.pull) return { kind: 'send', changes: [move, ...open] };
  const changes = [move, ...(mayDelete ? [] : dropLeftBranch(publication, state))];
  return { kind: 'finish', changes, commit: state.made, pull: state.pull };
}

function openPullRequest({ repositoryId, branch, base, pull, isDraft }: Publication): Change {
  return { kind: 'open-pull-request', repositoryId, branch, base: base.branch, isDraft, ...pull };
}

function commitOn(branch: string, { base, commit }: Publication): Commit {
  return { kind: 'commit', ...commit, branch, expectedHead: base.oid };
}

function commitOnTemporaryBranch(publication: Publication, state: PublicationState): Change[] {
  return [
    ...temporaryBranchAtBase(publication, state),
    commitOn(publication.temporaryBranch, publication),
  ];
}

/** Where one is left that may not be deleted, it is used again. */
function temporaryBranchAtBase(
  { repositoryId, temporaryBranch: branch, base: { oid } }: Publication,
  { temporaryBranch: left }: PublicationState,
): Change[] {
  if (!left) return [{ kind: 'create-branch', repositoryId, branch, oid }];
  if (left.oid === oid) return [];
  return [
    { kind: 'move-branches', repositoryId, moves: [{ branch, before: left.oid, after: oid }] },
  ];
}

/** A job that was broken off may have left a temporary branch. */
function dropLeftBranch(
  { repositoryId, temporaryBranch: name }: Publication,
  { temporaryBranch: left }: PublicationState,
): Change[] {
  return left ? [deleteBranch(repositoryId, name, left.oid)] : [];
}

/** How far it is after a step, by what became of its changes. */
export function stateAfter(
  publication: Publication,
  state: PublicationState,
  results: readonly ChangeResult[],
): PublicationState {
  return results.reduce((before, result) => after(publication, before, result), state);
}

function after(
  publication: Publication,
  state: PublicationState,
  result: ChangeResult,
): PublicationState {
  switch (result.kind) {
    case 'committed': {
      const { branch, oid } = result;
      return { ...withBranch(publication, state, branch, oid), made: oid };
    }
    case 'pull-request-opened':
      return { ...state, pull: { id: result.id, number: result.number } };
    case 'done':
      return movesOf(result.change).reduce(
        (before, { branch, after: oid }) => withBranch(publication, before, branch, oid),
        state,
      );
    case 'label-created':
    case 'comment-written':
    case 'failed':
      return state;
    default:
      throw result satisfies never;
  }
}

/** Where a change that was made put branches. */
function movesOf(change: Change): readonly Pick<BranchMove, 'branch' | 'after'>[] {
  if (change.kind === 'create-branch') return [{ branch: change.branch, after: change.oid }];
  return change.kind === 'move-branches' ? change.moves : [];
}

function withBranch(
  { branch, temporaryBranch }: Publication,
  state: PublicationState,
  name: string,
  oid: string | undefined,
): PublicationState {
  const place = oid === undefined ? undefined : { oid };
  if (name === branch) return { ...state, branch: place };
  return name === temporaryBranch ? { ...state, temporaryBranch: place } : state;
}

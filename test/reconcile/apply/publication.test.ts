import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/github/changes/change.ts';
import {
  nextStep,
  type Publication,
  stateAfter,
} from '../../../src/reconcile/apply/publication.ts';
import { BranchModel, type Failure } from './branch-model.ts';

const branch = 'poweredby/issue-12';
const temporaryBranch = 'poweredby/next-12';
const publication: Publication = {
  repositoryId: 'R_1',
  branch,
  temporaryBranch,
  base: { branch: 'main', oid: 'b'.repeat(40) },
  commit: { nameWithOwner: 'acme/site', headline: 'wanted', body: '', files: [] },
  pull: { title: 'Add Juniper', body: 'Closes #12' },
  isDraft: false,
};

/** Where a branch stands before we begin: nowhere, at the base, at an older commit, or at the one that is wanted. */
type Place = 'nowhere' | 'base' | 'old' | 'made';

interface Start {
  readonly branch: Place;
  readonly temporaryBranch: Place;
  readonly hasPull: boolean;
  /** Whether it is known which commit is the one that is wanted. */
  readonly isRemembered: boolean;
}

function modelOf(start: Start): { readonly model: BranchModel; readonly made: string | undefined } {
  const model = new BranchModel(publication);
  const oids = {
    base: publication.base.oid,
    old: model.commit('old'),
    made: model.commit('wanted'),
  };
  if (start.branch !== 'nowhere') model.branches.set(branch, oids[start.branch]);
  if (start.temporaryBranch !== 'nowhere') {
    model.branches.set(temporaryBranch, oids[start.temporaryBranch]);
  }
  if (start.hasPull) model.open();
  return { model, made: start.isRemembered ? oids.made : undefined };
}

/** What goes wrong with one document. */
interface Trouble {
  /** Which document, from 0. */
  readonly document: number;
  readonly failure: Failure;
  /** Whether the process ends too, and forgets what it has made. */
  readonly isForgotten: boolean;
}

const mostDocuments = 12;

/** A change as the tests name it: our branch's, or the temporary one's. */
function nameOf(change: Change): string {
  if (change.kind !== 'create-branch') return change.kind;
  return change.branch === branch ? 'branch' : 'temporary-branch';
}

/** Follows the steps to their end, as jobs do: looks again after whatever goes wrong. @returns the documents sent */
function publish(
  model: BranchModel,
  remembered: string | undefined,
  trouble?: Trouble,
): string[][] {
  const documents: string[][] = [];
  let made = remembered;
  let state = model.look(made);
  while (documents.length < mostDocuments) {
    const step = nextStep(publication, state);
    const isLast = step.kind === 'finish';
    if (isLast && step.changes.length === 0) return documents;
    const isTroubled = trouble?.document === documents.length;
    documents.push(step.changes.map(nameOf));
    const results = model.send(step.changes, isTroubled ? trouble.failure : undefined);
    const after = results && stateAfter(publication, state, results);
    const isWell = results?.every(({ kind }) => kind !== 'failed') ?? false;
    if (isLast && isWell) return documents;
    if (after && isWell) expect(after).toEqual(model.look(after.made));
    const isEnded = isTroubled && trouble.isForgotten;
    made = isEnded ? undefined : (after?.made ?? made);
    // After a failure nothing is taken for granted.
    state = after && isWell && !isEnded ? after : model.look(made);
  }
  throw new Error(`It does not end: ${JSON.stringify(documents)}`);
}

/** What must be true in the end. */
function expectPublished(model: BranchModel): void {
  const oid = model.branches.get(branch) ?? '';
  expect(model.commits.get(oid)).toEqual({ parent: publication.base.oid, message: 'wanted' });
  expect(model.pull).toBe(branch);
  expect([...model.branches.keys()].filter((name) => name !== temporaryBranch)).toEqual([branch]);
  expect(model.harm).toEqual([]);
}

const places = ['nowhere', 'base', 'old', 'made'] as const;
const starts: readonly Start[] = places
  .flatMap((at) =>
    places.flatMap((temporary) =>
      [true, false].flatMap((hasPull) =>
        [true, false].map((isRemembered) => ({
          branch: at,
          temporaryBranch: temporary,
          hasPull,
          isRemembered,
        })),
      ),
    ),
  )
  // A pull request without a branch of its own, or of the base itself, is not open.
  .filter(({ hasPull, branch: at }) => !hasPull || at === 'old' || at === 'made');

describe('what is published for the first time', () => {
  const nothing: Start = {
    branch: 'nowhere',
    temporaryBranch: 'nowhere',
    hasPull: false,
    isRemembered: false,
  };

  it.each([
    ['nothing is there', nothing, [['branch', 'commit', 'open-pull-request']]],
    ['a branch was just made', { ...nothing, branch: 'base' }, [['commit', 'open-pull-request']]],
    [
      'only the pull request is missing',
      { ...nothing, branch: 'made', isRemembered: true },
      [['open-pull-request']],
    ],
    [
      'a branch was left over, which a pull request must not show',
      { ...nothing, branch: 'old' },
      [
        ['temporary-branch', 'commit'],
        ['move-branches', 'open-pull-request'],
      ],
    ],
  ] as const)('needs as few documents as can be where %s', (_, start, documents) => {
    const { model, made } = modelOf(start);
    expect(publish(model, made)).toEqual(documents);
    expectPublished(model);
  });
});

describe('what is published anew', () => {
  it('is made on a temporary branch, and moved from there with what is said last', () => {
    const { model, made } = modelOf({
      branch: 'old',
      temporaryBranch: 'nowhere',
      hasPull: true,
      isRemembered: false,
    });
    expect(publish(model, made)).toEqual([['temporary-branch', 'commit'], ['move-branches']]);
    expectPublished(model);
    expect(model.branches.has(temporaryBranch)).toBe(false);
  });

  it('does not go over what somebody pushed meanwhile', () => {
    const { model } = modelOf({
      branch: 'old',
      temporaryBranch: 'nowhere',
      hasPull: true,
      isRemembered: false,
    });
    const state = model.look(undefined);
    const first = nextStep(publication, state);
    const after = stateAfter(publication, state, model.send(first.changes) ?? []);
    const pushed = model.commit('pushed');
    model.branches.set(branch, pushed);
    const results = model.send(nextStep(publication, after).changes);
    expect(results).toMatchObject([{ kind: 'failed', change: { kind: 'move-branches' } }]);
    expect(model.branches.get(branch)).toBe(pushed);
  });

  it('is not made again where it is known to be there', () => {
    const start = { hasPull: true, isRemembered: true };
    const there = modelOf({ ...start, branch: 'made', temporaryBranch: 'nowhere' });
    expect(publish(there.model, there.made)).toEqual([]);
    const waiting = modelOf({ ...start, branch: 'old', temporaryBranch: 'made' });
    expect(publish(waiting.model, waiting.made)).toEqual([['move-branches']]);
    expectPublished(waiting.model);
  });
});

describe('publishing', () => {
  it.each(starts)(
    'ends well from branch $branch, temporary $temporaryBranch, pull $hasPull, remembered $isRemembered',
    (start) => {
      const { model, made } = modelOf(start);
      expect(publish(model, made).length).toBeLessThanOrEqual(3);
      expectPublished(model);
    },
  );

  it('ends well from anywhere, whatever one document comes to, and does no harm on the way', () => {
    const failure = fc.oneof(
      fc.constantFrom<Failure>('lost', 'unheard'),
      fc.integer({ min: 0, max: 3 }),
    );
    const trouble = fc.record({
      document: fc.integer({ min: 0, max: 3 }),
      failure,
      isForgotten: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...starts), trouble, (start, each) => {
        const { model, made } = modelOf(start);
        publish(model, made, each);
        expectPublished(model);
      }),
      { numRuns: 500 },
    );
  });
});

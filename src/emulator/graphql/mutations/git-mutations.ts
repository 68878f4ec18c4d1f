import { commitOnBranch, staleHead } from '../../acts/commits.ts';
import { createRef, moveRefs } from '../../acts/refs.ts';
import { noOid } from '../../git/ref-mover.ts';
import { notAccessible, Refusal } from '../../refusal.ts';
import {
  type Arguments,
  type Fields,
  type GraphqlContext,
  readObject,
  readRef,
  refOf,
  requireGrant,
} from '../context.ts';
import { commitInput, inputOf, refUpdates, repositoryInput } from './mutation-inputs.ts';

async function create(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'contents', 'write');
  const repository = repositoryInput(args, context);
  const [name, oid] = [String(inputOf(args)['name']), String(inputOf(args)['oid'])];
  const { world } = context;
  await repository.git.serially(() => createRef(world, context.actor, repository, name, oid));
  return { ref: await readRef(repository, name) };
}

async function remove(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'contents', 'write');
  const { repository, ref, oid } = await refOf(context, inputOf(args)['refId']);
  const move = { ref, before: oid, after: noOid };
  const { world } = context;
  const isMoved = await repository.git.serially(() =>
    moveRefs(world, context.actor, repository, [move]),
  );
  if (!isMoved) throw new Refusal('UNPROCESSABLE', 'Reference cannot be deleted');
  return {};
}

async function update(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'contents', 'write');
  const repository = repositoryInput(args, context);
  const { world } = context;
  await repository.git.serially(async () => {
    const moves = await refUpdates(args, repository);
    if (await moveRefs(world, context.actor, repository, moves)) return;
    throw new Refusal('UNPROCESSABLE', 'Reference cannot be updated');
  });
  return {};
}

async function commit(args: Arguments, context: GraphqlContext) {
  requireGrant(context, 'contents', 'write');
  const { repository, expectedHead, ...input } = await commitInput(args, context);
  // Workflows can do more than their writer may: GitHub asks for a permission of its own.
  const touchesWorkflow = [...input.files.keys(), ...input.deletions].some((path) =>
    path.startsWith('.github/workflows/'),
  );
  if (touchesWorkflow && context.app.permissions['workflows'] !== 'write') throw notAccessible();
  if (context.faults.take(['stale-head'], 'createCommitOnBranch')) throw staleHead(expectedHead);
  const { world } = context;
  const oid = await repository.git.serially(() =>
    commitOnBranch(world, context.actor, repository, input, expectedHead),
  );
  const ref = `refs/heads/${input.branch}`;
  return { commit: await readObject(repository, oid), ref: { kind: 'ref', repository, ref, oid } };
}

/** What writes to git. */
export const gitMutations: Fields<unknown> = {
  createRef: (_, args, context) => create(args, context),
  deleteRef: (_, args, context) => remove(args, context),
  updateRefs: (_, args, context) => update(args, context),
  createCommitOnBranch: (_, args, context) => commit(args, context),
};

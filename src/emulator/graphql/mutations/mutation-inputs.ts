import { noOid } from '../../git/ref-mover.ts';
import { isRefName } from '../../git/ref-name.ts';
import { Refusal } from '../../refusal.ts';
import type { Repository } from '../../world/model.ts';
import { type Arguments, type GraphqlContext, nodeOf, refOf } from '../context.ts';

/** A mutation's `input`, whose shape graphql has checked. */
export function inputOf(args: Arguments): Arguments {
  return args['input'] as Arguments;
}

/** A text of an input, if it is there. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

interface CommitInput {
  readonly repository: Repository;
  readonly branch: string;
  readonly expectedHead: string;
  readonly message: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly deletions: readonly string[];
}

interface RawCommitInput {
  readonly branch: { id?: string; repositoryNameWithOwner?: string; branchName?: string };
  readonly expectedHeadOid: string;
  readonly message: { headline: string; body?: string };
  readonly fileChanges?: {
    additions?: readonly { path: string; contents: string }[];
    deletions?: readonly { path: string }[];
  };
}

/** Reads what `createCommitOnBranch` is given. */
export async function commitInput(args: Arguments, context: GraphqlContext): Promise<CommitInput> {
  const input = inputOf(args) as unknown as RawCommitInput;
  const { message, fileChanges, expectedHeadOid } = input;
  const additions = fileChanges?.additions ?? [];
  return {
    ...(await branchOf(input.branch, context)),
    expectedHead: expectedHeadOid,
    message: message.body ? `${message.headline}\n\n${message.body}` : message.headline,
    files: new Map(additions.map(({ path, contents }) => [path, strictBase64(contents)])),
    deletions: (fileChanges?.deletions ?? []).map(({ path }) => path),
  };
}

async function branchOf(
  { id, repositoryNameWithOwner, branchName }: RawCommitInput['branch'],
  context: GraphqlContext,
): Promise<{ readonly repository: Repository; readonly branch: string }> {
  if (id !== undefined) {
    const { repository, ref } = await refOf(context, id);
    return { repository, branch: ref.replace('refs/heads/', '') };
  }
  const [owner = '', name = ''] = (repositoryNameWithOwner ?? '').split('/');
  const repository = context.world.findRepository(owner, name);
  if (!repository || !context.installation.repositories.has(repository) || !branchName) {
    const message = `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`;
    throw new Refusal('NOT_FOUND', message);
  }
  return { repository, branch: branchName.replace(/^refs\/heads\//, '') };
}

/** GitHub takes base64 with padding and without line ends only. */
function strictBase64(contents: string): Uint8Array {
  const bytes = Buffer.from(contents, 'base64');
  if (bytes.toString('base64') === contents) return bytes;
  throw new Refusal('UNPROCESSABLE', 'Contents are not valid Base64');
}

interface RefUpdate {
  readonly name: string;
  readonly afterOid: string;
  readonly beforeOid?: string;
  readonly force?: boolean;
}

/** Moves of references that are ready to be made. */
export interface ReadyMove {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Reads what `updateRefs` is given, and checks each move by itself: as its schema says, a reference that is not
 * at `beforeOid`, or would lose commits without `force`, is refused, and all others with it.
 */
export async function refUpdates(args: Arguments, repository: Repository): Promise<ReadyMove[]> {
  const updates = inputOf(args)['refUpdates'] as readonly RefUpdate[];
  const { git } = repository;
  const read = updates.map(async ({ name, afterOid, beforeOid, force }): Promise<ReadyMove> => {
    const now = (await git.resolve(name)) ?? noOid;
    if (beforeOid !== undefined && beforeOid !== now) {
      throw new Refusal('UNPROCESSABLE', `Reference ${name} is not at ${beforeOid}`);
    }
    if (!/^refs\/(heads|tags)\/./.test(name) || !isRefName(name)) {
      throw new Refusal('UNPROCESSABLE', `${name} is not a valid ref name.`);
    }
    const isDeleted = afterOid === noOid;
    if (!isDeleted && (await git.resolve(afterOid)) !== afterOid) {
      throw new Refusal('UNPROCESSABLE', `Object does not exist: ${afterOid}`);
    }
    const isFree = force === true || now === noOid || isDeleted;
    if (!isFree && !(await git.contains(afterOid, now))) {
      throw new Refusal('UNPROCESSABLE', `Update of ${name} is not a fast forward`);
    }
    return { ref: name, before: now, after: afterOid };
  });
  return Promise.all(read);
}

/** The repository that an input names by id. */
export function repositoryInput(args: Arguments, context: GraphqlContext): Repository {
  return nodeOf(context, inputOf(args)['repositoryId'], 'repository');
}

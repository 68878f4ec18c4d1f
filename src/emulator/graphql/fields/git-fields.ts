import { isVerified } from '../../acts/signatures.ts';
import { timestamp } from '../../clock.ts';
import {
  type CommitObject,
  parseCommit,
  parseTree,
  type Signature,
  type TreeEntry,
} from '../../git/git-objects.ts';
import { repositoryPage } from '../../shapes/repository-shape.ts';
import type { Issue, Repository } from '../../world/model.ts';
import { type Fields, type ObjectNode, type RefNode, readObject, refId } from '../context.ts';
import { pullRequests } from './repository-fields.ts';

/** GitHub cuts a blob's text here, in bytes. */
const longestText = 512_000;

/** GitHub takes a file with a zero byte near its start for no text. */
const textProbe = 8000;

/** An entry of a tree, or a file of a commit. */
interface EntryNode {
  readonly repository: Repository;
  readonly entry: TreeEntry;
  readonly path: string;
}

function isBinary({ object }: ObjectNode): boolean {
  return object.bytes.subarray(0, textProbe).includes(0);
}

const objectFields: Fields<ObjectNode> = {
  id: ({ repository, object }) => `${object.type[0]?.toUpperCase()}_${repository.id}_${object.oid}`,
  oid: ({ object }) => object.oid,
  abbreviatedOid: ({ object }) => object.oid.slice(0, 7),
  repository: ({ repository }) => repository,
  commitUrl: ({ repository, object }, _, { addresses }) =>
    `${repositoryPage(repository, addresses)}/commit/${object.oid}`,
};

/** A file's content. */
export const blobFields: Fields<ObjectNode> = {
  ...objectFields,
  byteSize: ({ object }) => object.bytes.length,
  isBinary,
  isTruncated: ({ object }) => object.bytes.length > longestText,
  text: (node) => (isBinary(node) ? null : node.object.bytes.subarray(0, longestText).toString()),
};

/** A folder. */
export const treeFields: Fields<ObjectNode> = {
  ...objectFields,
  entries: ({ repository, object }): EntryNode[] =>
    parseTree(object.bytes).map((entry) => ({ repository, entry, path: entry.name })),
};

/** A folder's entry. Its path counts from the folder that was asked for. */
export const treeEntryFields: Fields<EntryNode> = {
  name: ({ entry }) => entry.name,
  path: ({ path }) => path,
  type: ({ entry }) => entry.type,
  mode: ({ entry }) => Number.parseInt(entry.mode, 8),
  oid: ({ entry }) => entry.oid,
  object: ({ repository, entry }) => readObject(repository, entry.oid),
  size: async ({ repository, entry }) =>
    entry.type === 'blob' ? ((await repository.git.read(entry.oid))?.bytes.length ?? 0) : 0,
  repository: ({ repository }) => repository,
};

function commitOf({ object }: ObjectNode): CommitObject {
  return parseCommit(object);
}

function actor({ name, email, date }: Signature) {
  const login = /^\d+\+(.+)@users\.noreply\./.exec(email)?.[1];
  return { name, email, date: timestamp(date), login };
}

async function fileOf({ repository, object }: ObjectNode, path: string): Promise<EntryNode | null> {
  const cut = path.lastIndexOf('/');
  const folder = cut === -1 ? '' : path.slice(0, cut);
  const entries = await repository.git.tree(`${object.oid}:${folder}`);
  const entry = entries?.find(({ name }) => name === path.slice(cut + 1));
  return entry ? { repository, entry, path } : null;
}

/** A commit. */
export const commitFields: Fields<ObjectNode> = {
  ...objectFields,
  url: ({ repository, object }, _, { addresses }) =>
    `${repositoryPage(repository, addresses)}/commit/${object.oid}`,
  message: (node) => commitOf(node).message,
  messageHeadline: (node) => commitOf(node).message.split('\n')[0],
  messageBody: (node) => commitOf(node).message.split('\n').slice(1).join('\n').trim(),
  committedDate: (node) => timestamp(commitOf(node).committer.date),
  authoredDate: (node) => timestamp(commitOf(node).author.date),
  author: (node) => actor(commitOf(node).author),
  committer: (node) => actor(commitOf(node).committer),
  file: (node, { path }) => fileOf(node, String(path)),
  tree: (node) => readObject(node.repository, commitOf(node).treeOid),
  signature: (node, _, { world }) =>
    isVerified(world, commitOf(node).committer)
      ? { kind: 'signature', isValid: true, state: 'VALID', wasSignedByGitHub: true }
      : null,
};

/** Whom git names as author or committer, with the account that has the address. */
export const gitActorFields: Fields<ReturnType<typeof actor>> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  date: ({ date }) => date,
  user: ({ login }, _, { world }) => {
    const account = login === undefined ? undefined : world.accounts.get(login.toLowerCase());
    return account?.type === 'User' ? account : null;
  },
};

/** A branch or tag. */
export const refFields: Fields<RefNode> = {
  id: ({ repository, ref }) => refId(repository, ref),
  name: ({ ref, prefix }) => ref.slice(prefix.length),
  prefix: ({ prefix }) => prefix,
  target: ({ repository, oid }) => readObject(repository, oid),
  associatedPullRequests: ({ repository, ref }, args, context) => {
    const isHead = ({ pull }: Issue) =>
      pull?.fork === null && `refs/heads/${pull.headRefName}` === ref;
    return pullRequests(repository, args, context, isHead);
  },
  repository: ({ repository }) => repository,
};

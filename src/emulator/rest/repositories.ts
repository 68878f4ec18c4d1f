import { isVerified } from '../acts/signatures.ts';
import { timestamp } from '../clock.ts';
import { EmulatorGap } from '../gaps.ts';
import type { CommitObject, Signature } from '../git/git-objects.ts';
import { accountShape } from '../shapes/account-shape.ts';
import type { Addresses } from '../shapes/addresses.ts';
import { repositoryPage, repositoryShape, repositoryUrl } from '../shapes/repository-shape.ts';
import type { Repository } from '../world/model.ts';
import { roleOf } from '../world/roles.ts';
import { answer, notFound, pageOf, type RestCall, type RestHandler, repositoryIn } from './call.ts';
import { getContent, wrapped } from './contents.ts';

const getRepository: RestHandler = (call) => {
  const repository = repositoryIn(call);
  const shape = repositoryShape(repository, call.addresses);
  return answer({ ...shape, network_count: 0, subscribers_count: 0 });
};

const getBlob: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const object = await repository.git.read(call.parameters['file_sha'] ?? '');
  if (object?.type !== 'blob') throw notFound();
  return answer({
    sha: object.oid,
    node_id: call.world.nodeId('B', repository.id),
    size: object.bytes.length,
    url: `${repositoryUrl(repository, call.addresses)}/git/blobs/${object.oid}`,
    content: wrapped(object.bytes),
    encoding: 'base64',
  });
};

const getTree: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const name = call.parameters['tree_sha'] ?? '';
  const object = await repository.git.read(`${name}^{tree}`);
  if (!object) throw notFound();
  const tree = await listTree(
    repository,
    object.oid,
    '',
    'recursive' in call.query,
    call.addresses,
  );
  const url = `${repositoryUrl(repository, call.addresses)}/git/trees/${object.oid}`;
  return answer({ sha: object.oid, url, tree, truncated: false });
};

async function listTree(
  repository: Repository,
  oid: string,
  folder: string,
  isRecursive: boolean,
  addresses: Addresses,
): Promise<object[]> {
  const entries = (await repository.git.tree(oid)) ?? [];
  const listed = entries.map(async ({ name, mode, type, oid: sha }) => {
    const path = folder + name;
    const url = `${repositoryUrl(repository, addresses)}/git/${type}s/${sha}`;
    const size = type === 'blob' ? (await repository.git.read(sha))?.bytes.length : undefined;
    const shape = {
      path,
      mode: mode.padStart(6, '0'),
      type,
      sha,
      url,
      ...(size === undefined ? {} : { size }),
    };
    if (type !== 'tree' || !isRecursive) return [shape];
    return [shape, ...(await listTree(repository, sha, `${path}/`, true, addresses))];
  });
  return (await Promise.all(listed)).flat();
}

const getRef: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const ref = `refs/${call.parameters['ref']}`;
  const oid = await repository.git.resolve(ref);
  if (oid === undefined) throw notFound();
  const url = repositoryUrl(repository, call.addresses);
  return answer({
    ref,
    node_id: `REF_${Buffer.from(`${repository.id}:${ref}`).toString('base64url')}`,
    url: `${url}/git/${ref}`,
    object: { sha: oid, type: 'commit', url: `${url}/git/commits/${oid}` },
  });
};

const getCommit: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const { git } = repository;
  const ref = call.parameters['ref'] ?? '';
  const oid = (await git.branch(ref)) ?? (await git.resolve(ref));
  if (oid === undefined) throw notFound();
  return answer(commitShape(call, repository, await git.commit(oid)));
};

function commitShape(call: RestCall, repository: Repository, commit: CommitObject) {
  const address = repositoryUrl(repository, call.addresses);
  const url = `${address}/commits/${commit.oid}`;
  const page = `${repositoryPage(repository, call.addresses)}/commit/`;
  const account = (signature: Signature) => {
    const login = /^\d+\+(.+)@users\.noreply\./.exec(signature.email)?.[1] ?? '';
    const found = call.world.accounts.get(login.toLowerCase());
    return found ? accountShape(found, call.addresses) : null;
  };
  const verified = isVerified(call.world, commit.committer);
  return {
    url,
    sha: commit.oid,
    node_id: call.world.nodeId('C', repository.id),
    html_url: page + commit.oid,
    comments_url: `${url}/comments`,
    commit: {
      url: `${address}/git/commits/${commit.oid}`,
      author: { ...commit.author, date: timestamp(commit.author.date) },
      committer: { ...commit.committer, date: timestamp(commit.committer.date) },
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.treeOid, url: `${address}/git/trees/${commit.treeOid}` },
      verification: {
        verified,
        reason: verified ? 'valid' : 'unsigned',
        payload: null,
        signature: null,
        verified_at: null,
      },
    },
    author: account(commit.author),
    committer: account(commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${address}/commits/${sha}`,
      html_url: page + sha,
    })),
  };
}

/** Its first page has the files, too; the others have commits alone. */
const compareCommits: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const { git } = repository;
  if (Number(call.query['page'] ?? 1) < 2) {
    throw new EmulatorGap('The emulator does not have the files of repos/compare-commits');
  }
  const oidOf = async (name = '') => (await git.branch(name)) ?? (await git.resolve(name));
  const base = await oidOf(call.parameters['base']);
  const head = await oidOf(call.parameters['head']);
  const common = base && head && (await git.mergeBase(base, head));
  if (!base || !head || !common) throw notFound();
  const ahead = await git.commitsBetween(base, head, Number.POSITIVE_INFINITY);
  const behind = await git.commitsBetween(head, base, Number.POSITIVE_INFINITY);
  const page = `${repositoryPage(repository, call.addresses)}/compare/${base}...${head}`;
  const shape = async (oid: string) => commitShape(call, repository, await git.commit(oid));
  const { items, pages } = pageOf(ahead, call);
  const [one, other] = [ahead.length > 0, behind.length > 0];
  return {
    status: 200,
    body: {
      url: `${repositoryUrl(repository, call.addresses)}/compare/${base}...${head}`,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: await shape(base),
      merge_base_commit: await shape(common),
      status: one && other ? 'diverged' : one ? 'ahead' : other ? 'behind' : 'identical',
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await Promise.all(items.map(shape)),
    },
    pages,
  };
};

/** REST knows four permissions; the finer role has a name of its own. */
const permissionOfRole = { triage: 'read', maintain: 'write' } as const;

const getPermission: RestHandler = (call) => {
  const repository = repositoryIn(call);
  const account = call.world.accounts.get((call.parameters['username'] ?? '').toLowerCase());
  if (!account) throw notFound();
  const role = roleOf(account, repository);
  const permission = role === 'triage' || role === 'maintain' ? permissionOfRole[role] : role;
  const user = { ...accountShape(account, call.addresses), role_name: role };
  return answer({ permission, role_name: role, user });
};

/** What is asked of a repository and its git. */
export const repositoryHandlers = {
  'repos/get': getRepository,
  'repos/get-content': getContent,
  'repos/get-commit': getCommit,
  'repos/get-collaborator-permission-level': getPermission,
  'repos/compare-commits': compareCommits,
  'git/get-blob': getBlob,
  'git/get-tree': getTree,
  'git/get-ref': getRef,
};

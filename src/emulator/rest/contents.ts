import type { GitObject } from '../git/git-objects.ts';
import type { Addresses } from '../shapes/addresses.ts';
import { repositoryPage, repositoryUrl } from '../shapes/repository-shape.ts';
import type { Repository } from '../world/model.ts';
import { answer, notFound, type RestHandler, repositoryIn } from './call.ts';

/** What REST sends of a file in one piece. A larger one comes without its content. */
const largestContent = 1_000_000;

/** A file with its content, or a folder with what is in it. */
export const getContent: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const { git } = repository;
  const path = (call.parameters['path'] ?? '').replace(/^\/+|\/+$/g, '');
  const ref = call.query['ref'] ?? repository.defaultBranch;
  const commit = (await git.branch(ref)) ?? (await git.resolve(ref));
  const object = commit && (await git.read(`${commit}:${path}`));
  if (!object) throw notFound();
  const place = { repository, path, ref, addresses: call.addresses };
  if (object.type === 'blob') return answer(fileContent(place, object));
  const entries = (await git.tree(object.oid)) ?? [];
  const listed = entries.map(async ({ name, type, oid }) => {
    const inner = { ...place, path: path === '' ? name : `${path}/${name}` };
    const size = type === 'blob' ? ((await git.read(oid))?.bytes.length ?? 0) : 0;
    return contentEntry(inner, type === 'tree' ? 'dir' : 'file', oid, size);
  });
  return answer(await Promise.all(listed));
};

interface Place {
  readonly repository: Repository;
  readonly path: string;
  readonly ref: string;
  readonly addresses: Addresses;
}

function contentEntry(place: Place, type: 'file' | 'dir', sha: string, size: number) {
  const { repository, path, ref, addresses } = place;
  const url = `${repositoryUrl(repository, addresses)}/contents/${path}?ref=${ref}`;
  const kind = type === 'dir' ? 'trees' : 'blobs';
  const git_url = `${repositoryUrl(repository, addresses)}/git/${kind}/${sha}`;
  const page = repositoryPage(repository, addresses);
  const html_url = `${page}/${type === 'dir' ? 'tree' : 'blob'}/${ref}/${path}`;
  const download_url = type === 'dir' ? null : `${page}/raw/${ref}/${path}`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const _links = { self: url, git: git_url, html: html_url };
  return { name, path, sha, size, url, html_url, git_url, download_url, type, _links };
}

function fileContent(place: Place, { oid, bytes }: GitObject) {
  const isTooLarge = bytes.length > largestContent;
  return {
    ...contentEntry(place, 'file', oid, bytes.length),
    content: isTooLarge ? '' : wrapped(bytes),
    encoding: isTooLarge ? 'none' : 'base64',
  };
}

/** Base64 as GitHub sends it: in lines of sixty characters. */
export function wrapped(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{60}/g, '$&\n');
}

import type { CommitObject } from '../../../emulator/git/git-objects.ts';
import { runGit } from '../../../emulator/git/run-git.ts';
import type { Pull, Repository } from '../../../emulator/world/model.ts';

/** The commits of a pull request, the oldest first. */
export async function commitsOf({ git }: Repository, pull: Pull): Promise<CommitObject[]> {
  const oids = await git.commitsBetween(pull.baseOid, pull.headOid);
  return Promise.all(oids.map((oid) => git.commit(oid)));
}

/** One file that a pull request changes; bytes are missing where the file is. */
export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'removed';
  readonly additions: number;
  readonly deletions: number;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
  /** The commits from which they are. */
  readonly commits: { readonly before: string; readonly after: string };
}

/** The files of a pull request, before and after. */
export async function filesOf(repository: Repository, pull: Pull): Promise<ChangedFile[]> {
  const { git } = repository;
  const before = await mergeBaseOf(repository, pull);
  const commits = { before, after: pull.headOid };
  const read = async (oid: string, path: string) => (await git.read(`${oid}:${path}`))?.bytes;
  return Promise.all(
    pull.changes.files.map(async (file) => ({
      ...file,
      commits,
      before: await read(before, file.path),
      after: await read(pull.headOid, file.path),
    })),
  );
}

/** The commit from which a pull request's branch went its own way. */
export async function mergeBaseOf(
  { git }: Repository,
  { baseOid, headOid }: Pull,
): Promise<string> {
  const { output } = await runGit(git.folder, ['merge-base', baseOid, headOid], '', [1]);
  return output.trim() || baseOid;
}

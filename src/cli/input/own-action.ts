import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ActionReference, readActionReference } from '../../setup/workflow/write-workflow.ts';
import { readTemplate } from '../../templates.ts';

/**
 * The Action of this installation: a released package names it in its package.json as `action`, which its release
 * writes; a clone is at a commit of the repository that it was cloned from.
 *
 * @returns nothing where neither tells
 */
export function readOwnAction(): ActionReference | undefined {
  const { version, action } = JSON.parse(readTemplate('../package.json'));
  const released = typeof action === 'string' ? readActionReference(action) : undefined;
  return released ? { ...released, version: `v${version}` } : readClone();
}

/** Of an address, as `https://github.com/OWNER/REPOSITORY.git`. */
const remote =
  /^(?:https:\/\/[^/]+\/|(?:ssh:\/\/)?git@[^:/]+[:/])([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/;

function readClone(): ActionReference | undefined {
  const folder = fileURLToPath(new URL('..', import.meta.resolve('#templates/workflow.yml')));
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    // Not that of a repository around it.
    if (git('rev-parse', '--show-prefix') !== '') return undefined;
    const [, repository] = remote.exec(git('remote', 'get-url', 'origin')) ?? [];
    return readActionReference(`${repository}@${git('rev-parse', 'HEAD')}`);
  } catch {
    return undefined;
  }
}

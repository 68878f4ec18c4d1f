import type { GitRepository } from '../../emulator/git/git-repository.ts';
import { isSiteConfiguration } from '../../setup/site-settings.ts';

/**
 * The folder of the Hugo site to which a page belongs: the nearest above it that holds a site's configuration. Empty
 * for the repository's root.
 */
export async function findSiteFolder(
  git: GitRepository,
  oid: string,
  pagePath: string,
): Promise<string | undefined> {
  const folders = pagePath.split('/').slice(0, -1);
  for (let length = folders.length; length >= 0; length -= 1) {
    const folder = folders.slice(0, length).join('/');
    if (await holdsConfiguration(git, oid, folder)) return folder;
  }
  return undefined;
}

async function holdsConfiguration(
  git: GitRepository,
  oid: string,
  folder: string,
): Promise<boolean> {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const place of [prefix, `${prefix}config/_default/`]) {
    const entries = (await git.tree(`${oid}:${place}`)) ?? [];
    if (entries.some(({ name }) => isSiteConfiguration(`${place}${name}`))) return true;
  }
  return false;
}

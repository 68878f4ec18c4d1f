import type { Configuration } from '../../config/configuration.ts';
import { patternOf } from '../../config/folder-pattern.ts';
import { logoFolder } from '../../config/logo-place.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { oidsOf } from '../../github/nodes/folder-entries.ts';
import {
  type Revision,
  type Revisions,
  readRevisions,
} from '../../github/pull-check/read-revisions.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { readBlobTexts } from '../../github/tree/read-blob-texts.ts';
import { entriesOf } from './entries-of.ts';
import { settingsPaths } from './settings-paths.ts';
import { readSettings, type Side, snapshotOf } from './side.ts';
import { hasTooManyPages, largeFile, largestOfTooMuch, type TooLarge } from './too-large.ts';

/** Both sides, and whether they differ. */
export interface Sides extends Revisions<Side> {
  readonly isTouched: boolean;
  /** Whether the configuration is the same file. */
  readonly isConfiguredAlike: boolean;
}

/** Files with an entry each are small, and so many are read with one query. */
const mostSmall = 100;

/**
 * Reads the configuration, the form and the lists before and after a pull request. What is after it may be a stranger's: it is
 * only read, and only so much of it.
 *
 * @throws RequestFailed
 */
export async function readSides(
  client: GithubClient,
  repository: RepositoryName,
  commits: Revisions<string>,
): Promise<Sides | TooLarge> {
  const { configurationPath: path } = client;
  const ownPaths = settingsPaths(path);
  const settings = await readRevisions(client, repository, commits, ownPaths);
  const both = [settings.before, settings.after];
  const large = both.map((side) => largeFile(side, ownPaths)).find((path) => path !== undefined);
  if (large !== undefined) return { tooLarge: large };
  const texts = await readBlobTexts(client, repository, oidsIn(both));
  const before = readSettings(settings.before, path, texts);
  const after = readSettings(settings.after, path, texts);
  const configurations = [before, after].flatMap(({ configuration: each }) =>
    each?.ok ? [each.value] : [],
  );
  if (configurations.some(hasTooManyPages)) return { tooLarge: path };
  const patterns = configurations.flatMap((each) =>
    each.locales.flatMap((locale) => patternOf(each, locale) ?? []),
  );
  const pages = configurations.flatMap(pathsOfPages);
  const folders = configurations.flatMap(({ logo }) =>
    logo.need === 'none' ? [] : [logoFolder(logo)],
  );
  const paths = [...new Set([...pages, ...folders])];
  const lists =
    paths.length === 0
      ? settings
      : await readRevisions(
          client,
          repository,
          commits,
          paths,
          patterns.some(({ below }) => below !== ''),
        );
  const largeList = [lists.before, lists.after]
    .map((side) => largeFile(side, pages))
    .find((path) => path !== undefined);
  if (largeList !== undefined) return { tooLarge: largeList };
  const sides = [lists.before, lists.after];
  // Those before are read by both configurations.
  const [largest] = configurations.flatMap((each) =>
    sides.flatMap((side) => largestOfTooMuch(each, side) ?? []),
  );
  if (largest !== undefined) return { tooLarge: largest };
  const pageTexts = await readBlobTexts(client, repository, oidsIn(sides, pages));
  const ofEntries = configurations.flatMap((each) => oidsOfEntries(each, sides));
  const entryTexts = await readBlobTexts(client, repository, [...new Set(ofEntries)], mostSmall);
  const allTexts = new Map([...pageTexts, ...entryTexts]);
  return {
    before: { ...before, snapshotFor: (wanted) => snapshotOf(wanted, lists.before, allTexts) },
    after: { ...after, snapshotFor: (wanted) => snapshotOf(wanted, lists.after, allTexts) },
    isTouched: differ(settings, ownPaths) || differ(lists, paths),
    isConfiguredAlike: !differ(settings, [path]),
  };
}

function oidsIn(revisions: readonly Revision[], paths?: readonly string[]): readonly string[] {
  const found = revisions.flatMap(({ files }) =>
    [...files].filter(([path]) => paths?.includes(path) ?? true).map(([, { oid }]) => oid),
  );
  return [...new Set(found)];
}

/** The paths of pages; of a list with a file for each entry, of the folder. */
function pathsOfPages(configuration: Configuration): readonly string[] {
  const { locales, pages } = configuration;
  return locales.map((locale) => patternOf(configuration, locale)?.folder ?? pages[locale] ?? '');
}

function oidsOfEntries(
  configuration: Configuration,
  sides: readonly Revision[],
): readonly string[] {
  const entries = configuration.locales.flatMap((locale) =>
    sides.flatMap((side) => entriesOf(configuration, locale, side) ?? []),
  );
  return entries.flatMap(oidsOf);
}

function differ({ before, after }: Revisions<Revision>, paths: readonly string[]): boolean {
  const oidOf = ({ files, folders }: Revision, path: string) =>
    (files.get(path) ?? folders.get(path))?.oid;
  return paths.some((path) => oidOf(before, path) !== oidOf(after, path));
}
